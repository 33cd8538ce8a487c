import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * Where a line breaks: before a request has left; in the middle of its body; when it has been handled and its answer is
 * lost; in the middle of the answer.
 */
export type BreakAt = 'before' | 'in-the-request' | 'before-the-answer' | 'in-the-answer';

export interface Break {
  readonly at: BreakAt;
  /** The first line of the requests that it happens to: `POST /api/…`. */
  readonly request: RegExp;
  /** How often, before the line works again by itself. */
  readonly times?: number;
}

export interface BreakableLine extends AsyncDisposable {
  readonly port: number;
  /** How many requests have been broken since the last call of `break`. */
  readonly broken: number;
  break(how: Break): void;
  mend(): void;
}

/** A line to a server on this machine, byte by byte, that breaks where it is told to. */
export async function breakableLine(to: number): Promise<BreakableLine> {
  let how: Break | undefined;
  let broken = 0;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1');
    let breaking: BreakAt | undefined;
    const end = () => {
      client.resetAndDestroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end).on('close', () => {
        open.delete(socket);
        end();
      });
    }
    client.on('data', (chunk: Buffer) => {
      const [line = ''] = chunk.toString('latin1', 0, 2_000).split('\r\n', 1);
      if (how !== undefined && broken < (how.times ?? Infinity) && how.request.test(line)) {
        broken += 1;
        breaking = how.at;
        if (breaking === 'before') return end();
        if (breaking === 'in-the-request') {
          const body = chunk.indexOf('\r\n\r\n') + 4;
          upstream.write(chunk.subarray(0, Math.floor((body + chunk.length) / 2)), end);
          return;
        }
      }
      upstream.write(chunk);
    });
    upstream.on('data', (chunk: Buffer) => {
      if (breaking === 'before-the-answer') return end();
      if (breaking === 'in-the-answer') return void client.write(chunk.subarray(0, Math.floor(chunk.length / 2)), end);
      client.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get broken() {
      return broken;
    },
    break(next) {
      [how, broken] = [next, 0];
    },
    mend() {
      how = undefined;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

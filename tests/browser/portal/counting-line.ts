import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** A line to a port of this machine that counts what comes back over it: heads, bodies, whoever asked. */
export interface CountingLine extends AsyncDisposable {
  readonly port: number;
  /** Bytes since the last call. */
  take(): number;
}

export async function countingLine(to: number): Promise<CountingLine> {
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    far.on('data', (chunk) => (bytes += chunk.length));
    far.pipe(near);
    near.pipe(far);
    for (const [one, other] of [[near, far], [far, near]] as const) one.on('error', () => other.destroy()).on('close', () => other.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    take() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    async [Symbol.asyncDispose]() {
      server.close();
    },
  };
}

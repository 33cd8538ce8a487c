import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type pg from 'pg';

/** What pg has and calls back while a COPY runs; its declarations leave it out. */
interface Connection {
  readonly stream: Socket;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}
interface Copying {
  submit(connection: Connection): void;
  handleError(error: Error): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleReadyForQuery(): void;
  handleCopyInResponse(connection: Connection): void;
  handleCopyData(message: { readonly chunk: Buffer }, connection: Connection): void;
}

// PostgreSQL sends a row at a time; whoever reads should not be woken for each.
const chunkBytes = 64 * 1024;

/** Runs `copy … to stdout` and answers its bytes as they come, no faster than they are read; `counted` is told the rows. */
export function copyOut(client: pg.Client, statement: string, counted: (rows: number) => void = () => {}): Readable {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let connection: Connection | undefined;
  const bytes = new Readable({
    read: () => void connection?.stream.resume(),
    // What is not wanted any more is still to be received, for the connection to be of use again.
    destroy: (error, done) => {
      connection?.stream.resume();
      done(error);
    },
  });
  const flush = () => {
    const chunk = Buffer.concat(held, heldBytes);
    [held, heldBytes] = [[], 0];
    return bytes.destroyed || bytes.push(chunk);
  };
  submit(client, {
    submit(to) {
      connection = to;
      to.query(statement);
    },
    handleCopyData({ chunk }, { stream }) {
      // The parser uses its buffer again for what comes next.
      held.push(Buffer.from(chunk));
      heldBytes += chunk.length;
      if (heldBytes >= chunkBytes && !flush()) stream.pause();
    },
    handleCommandComplete({ text }) {
      counted(rowsIn(text));
      flush();
    },
    handleError: (error) => void bytes.destroy(error),
    handleReadyForQuery: () => void (bytes.destroyed || bytes.push(null)),
    handleCopyInResponse: (to) => to.sendCopyFail('a COPY TO was expected'),
  });
  return bytes;
}

/** Runs `copy … from stdin` on these bytes and answers how many rows they were; an error among them undoes all of it. */
export function copyIn(client: pg.Client, statement: string, bytes: AsyncIterable<Buffer>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let rows = 0;
  let failure: unknown;
  let refused = false;

  async function send(to: Connection): Promise<void> {
    try {
      for await (const chunk of bytes) {
        if (refused) return;
        to.sendCopyFromChunk(chunk);
        if (to.stream.writableNeedDrain) await drained(to.stream);
      }
      to.endCopyFrom();
    } catch (error) {
      failure = error;
      to.sendCopyFail('the source broke off');
    }
  }

  submit(client, {
    submit: (to) => to.query(statement),
    handleCopyInResponse: (to) => void send(to),
    handleCopyData: () => {},
    handleCommandComplete: ({ text }) => void (rows = rowsIn(text)),
    handleError(error) {
      refused = true;
      // PostgreSQL's own words for a source that broke off say less than the source's.
      reject(failure ?? error);
    },
    handleReadyForQuery: () => resolve(rows),
  });
  return promise;
}

/** `COPY 5000` */
function rowsIn(completion: string): number {
  return Number(completion.split(' ')[1]);
}

function drained(socket: Socket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.once('drain', resolve).once('close', resolve);
  return promise.finally(() => socket.off('drain', resolve).off('close', resolve));
}

function submit(client: pg.Client, copying: Copying): void {
  client.query(copying as unknown as pg.Submittable);
}

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
  readonly at: Date;
}

export interface TestReceiver extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly received: Received[];
  /** How it answers from now on. Default: 204. */
  answer: (request: Received, response: ServerResponse) => void;
}

/** Somebody outside who takes what is sent: a real server on loopback, which the test must allow as an operator would. */
export async function testReceiver(): Promise<TestReceiver> {
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const one = { path: request.url!, headers: request.headers, body: bytes.toString(), bytes, at: new Date() };
      receiver.received.push(one);
      receiver.answer(one, response);
    }, () => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const receiver: TestReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer: (_request, response) => void response.writeHead(204).end(),
    async [Symbol.asyncDispose]() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
  return receiver;
}

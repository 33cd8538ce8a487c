import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { problemResponse } from './problem-response.ts';
import { ofStatus, toProblem } from './to-problem.ts';

/** Serves the app; what is refused before it becomes a request (no HTTP, headers too large, no host) is a problem like any other. */
export async function listen(app: Hono<Environment>, address: { readonly host: string; readonly port: number }): Promise<Server> {
  const listener = getRequestListener(app.fetch, { errorHandler: (error) => problemOf(error instanceof RequestError ? ofStatus(400) : toProblem(error)) });
  // A request without a host is refused by the app, in words, and not by Node with an empty answer.
  const server = createServer({ requireHostHeader: false }, listener);
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => void refuse(error, socket));
  server.listen(address.port, address.host);
  await once(server, 'listening');
  return server;
}

async function refuse({ code }: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const response = problemOf(ofStatus(status));
  const text = await response.text();
  if (!socket.writable) return;
  const headers = { ...Object.fromEntries(response.headers), 'content-length': Buffer.byteLength(text), connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', text].join('\r\n'));
}

function problemOf(problem: Problem): Response {
  return problemResponse(problem, { traceId: randomUUID(), language: 'vi' });
}

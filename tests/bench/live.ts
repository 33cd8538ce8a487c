import { createHash, randomBytes } from 'node:crypto';
import { type ClientRequest, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { median } from './load.ts';
import { rssMbOf, type Server } from './processes.ts';

interface At {
  readonly server: Server;
  readonly host: string;
}

/** Opens so many readers of the live stream; answers what they cost the server and how soon all of them see a change. */
export async function readersOf({ server, host }: At, count: number, happen: () => Promise<void>): Promise<{ readonly mb: number; readonly allSeeMs: number }> {
  const before = rssMbOf(server.process.pid!);
  const readers: ClientRequest[] = [];
  let sawIt = 0;
  try {
    for (let n = 0; n < count; n += 1) {
      await new Promise<void>((opened, failed) => {
        const reader = request({ host: '127.0.0.1', port: server.port, path: '/api/events/stream', headers: { host }, agent: false }, (answer) => {
          if (answer.statusCode !== 200) failed(new Error(`reader ${n} was answered ${answer.statusCode}`));
          answer.setEncoding('utf8').on('data', (text: string) => {
            opened();
            if (text.includes('data: ')) sawIt += 1;
          });
        });
        reader.on('error', failed).end();
        readers.push(reader);
      });
    }
    const started = performance.now();
    await happen();
    while (sawIt < count) {
      if (performance.now() - started > 30_000) throw new Error(`only ${sawIt} of ${count} readers saw it`);
      await sleep(5);
    }
    return { mb: rssMbOf(server.process.pid!) - before, allSeeMs: performance.now() - started };
  } finally {
    for (const reader of readers) reader.on('error', () => {}).destroy();
  }
}

/** Milliseconds from the commit of a change until a webhook's receiver has it, one change after another: the median. */
export async function webhookMs({ server, host }: At, ownerUrl: string, count: number, happen: () => Promise<void>): Promise<number> {
  const latencies: number[] = [];
  const receiver = createServer((message, response) => {
    const at = Date.now();
    let body = '';
    message.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
      latencies.push(at - Date.parse((JSON.parse(body) as { time: string }).time));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const key = await keyWith(ownerUrl, ['webhook:manage']);
  await post({ server, host }, '/api/core/webhooks', key, { url, description: 'bench', types: ['field-reports/report.submitted'] });
  for (let n = 1; n <= count; n += 1) {
    await happen();
    for (const started = performance.now(); latencies.length < n; await sleep(5)) {
      if (performance.now() - started > 30_000) throw new Error(`message ${n} did not come`);
    }
  }
  receiver.close().closeAllConnections();
  return median(latencies);
}

export async function post({ server, host }: At, path: string, key: string | undefined, json: object): Promise<void> {
  const body = JSON.stringify(json);
  const status = await new Promise<number>((answered, failed) => {
    const headers = { host, 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
    request({ host: '127.0.0.1', port: server.port, path, method: 'POST', headers }, (answer) => answer.on('end', () => answered(answer.statusCode!)).resume()).on('error', failed).end(body);
  });
  if (status !== 201) throw new Error(`${path} was answered ${status}`);
}

async function keyWith(ownerUrl: string, scopes: readonly string[]): Promise<string> {
  const key = `ttk_${randomBytes(12).toString('hex')}`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('insert into core.api_keys (name, hash, scopes) values ($1, $2, $3)', ['bench', createHash('sha256').update(key).digest(), scopes]);
  await client.end();
  return key;
}

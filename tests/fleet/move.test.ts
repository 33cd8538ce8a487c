import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { type HttpAnswer, httpRequest } from '../support/http-request.ts';
import { type Fleet, twoServers } from './two-servers.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let fleet: Fleet;
let ports: readonly [number, number];
const path = '/api/streets/streets';

beforeAll(async () => {
  fleet = await twoServers();
  const { deployment } = fleet;
  for (const id of ['hue', 'dak-lak']) {
    await deployment.tinhthong('tenant', 'create', id);
    await deployment.tinhthong('module', 'enable', id, 'streets');
  }
  await fleet.inProvince('hue', `insert into streets.streets (name) select 'Đường số ' || n || repeat(' dài', 50) from generate_series(1, 200000) n`);
  ports = [deployment.port, await freePort()];
  for (const port of ports) await deployment.startServer({ port });
});
afterAll(() => fleet?.[Symbol.asyncDispose]());

interface Seen {
  readonly province: string;
  readonly name: string | undefined;
  readonly status: number;
  readonly at: number;
  readonly retryAfter: string | undefined;
}

/** Asks in turn at both nodes until it is told to stop, and notes what it was answered. */
async function visit(seen: Seen[], province: string, every: number, running: () => boolean, name?: () => string): Promise<void> {
  for (let turn = 0; running(); turn += 1) {
    const own = name?.();
    const answer = await httpRequest({
      port: ports[turn % ports.length]!,
      host: `${province}.localhost`,
      path: own === undefined ? '/api/core/communes' : path,
      ...(own !== undefined && { json: { name: own } }),
    }).catch((error: Error) => ({ status: 0, headers: {}, text: error.message }) as HttpAnswer);
    seen.push({ province, name: own, status: answer.status, at: performance.now(), retryAfter: answer.headers['retry-after'] });
    await sleep(every);
  }
}

test('a province of two hundred thousand rows moves to another server under load over two nodes: reads go on, writes wait for seconds at most, and none that was acknowledged is lost', async () => {
  const seen: Seen[] = [];
  let running = true;
  let count = 0;
  const visitors = ['hue', 'dak-lak'].flatMap((province) => [
    visit(seen, province, 10, () => running),
    visit(seen, province, 10, () => running, () => `mới ${(count += 1)}`),
    visit(seen, province, 10, () => running, () => `mới ${(count += 1)}`),
  ]);
  await sleep(1_000);
  const { code, text } = await fleet.deployment.attempt(['tenant', 'move', 'hue', '--to', 'second']);
  expect([code, text]).toEqual([0, text]);
  await sleep(1_500);
  running = false;
  await Promise.all(visitors);

  const of = (province: string, writes: boolean) => seen.filter((one) => one.province === province && (one.name !== undefined) === writes);
  // 1. Whoever reads, and the neighbour altogether, notices nothing.
  expect(new Set(of('hue', false).map(({ status }) => status))).toEqual(new Set([200]));
  expect(new Set([...of('dak-lak', false), ...of('dak-lak', true)].map(({ status }) => status))).toEqual(new Set([200]));
  // 2. Writes are told to come back, for a few seconds.
  const refused = of('hue', true).filter(({ status }) => status !== 200);
  expect(new Set(refused.map(({ status, retryAfter }) => `${status} ${retryAfter}`))).toEqual(new Set(['503 2']));
  const last = Math.max(...refused.map(({ at }) => at));
  expect(last - Math.min(...refused.map(({ at }) => at))).toBeLessThan(5_000);
  expect(of('hue', true).filter(({ status, at }) => status === 200 && at > last).length).toBeGreaterThan(10);
  // 3. Every acknowledged write is there, once; nothing else is.
  const acknowledged = of('hue', true).filter(({ status }) => status === 200).map(({ name }) => name);
  const stored = await fleet.inProvince<{ name: string }>('hue', `select name from streets.streets where name like 'mới %'`);
  expect(stored.map(({ name }) => name).toSorted()).toEqual(acknowledged.toSorted());
  const [kept] = await fleet.inProvince<{ rows: number }>('hue', `select count(*)::int as rows from streets.streets where name like 'Đường số %'`);
  expect(kept).toEqual({ rows: 200_000 });
  const [place] = await fleet.registry<{ server: string }>(`select server from registry.provinces where id = 'hue'`);
  expect(place).toEqual({ server: 'second' });
});

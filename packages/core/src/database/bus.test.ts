import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { type Bus, openBus, type Signal } from './bus.ts';

let pool: pg.Pool;
let nodes: { bus: Bus; heard: Signal[]; gaps: number }[];

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: inject('adminUrl') });
  nodes = Array.from({ length: 2 }, () => {
    const bus = openBus(pool, inject('adminUrl'), () => {});
    const node = { bus, heard: [] as Signal[], gaps: 0 };
    bus.on('access', ({ topic, province }) => void node.heard.push({ topic, province }));
    bus.onGap(() => void (node.gaps += 1));
    return node;
  });
  // A node that begins to listen may have missed something before.
  await vi.waitFor(() => expect(nodes.map(({ gaps }) => gaps)).toEqual([1, 1]));
});
afterAll(async () => {
  for (const { bus } of nodes) await bus.close();
  await pool.end();
});

const hue: Signal = { topic: 'access', province: 'hue' };

test('a signal reaches the node that sends it at once, the others soon, and each of them once', async () => {
  const [here, there] = nodes;
  here!.bus.send(hue);
  expect(here!.heard).toEqual([hue]);
  await expect.poll(() => there!.heard).toEqual([hue]);
  there!.bus.send({ topic: 'tasks', province: 'hue' });
  here!.bus.send({ ...hue, province: 'dak-lak' });
  await expect.poll(() => there!.heard).toEqual([hue, { ...hue, province: 'dak-lak' }]);
  expect(here!.heard).toHaveLength(2);
});

test('a node whose connection was lost is told so when it hears again, and from then on misses nothing', async () => {
  await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'tinhthong bus'`);
  await expect.poll(() => nodes.map(({ gaps }) => gaps), { timeout: 4_000 }).toEqual([2, 2]);
  nodes[0]!.heard.length = nodes[1]!.heard.length = 0;
  nodes[0]!.bus.send(hue);
  await expect.poll(() => nodes.map(({ heard }) => heard)).toEqual([[hue], [hue]]);
});

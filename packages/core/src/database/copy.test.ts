import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copyIn, copyOut } from './copy.ts';

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client(inject('adminUrl'));
  await client.connect();
  await client.query('create temporary table lines (id int primary key, line text)');
});
afterAll(() => client.end());

const count = async () => (await client.query<{ count: number }>('select count(*)::int as count from lines')).rows[0]!.count;

async function* csv(from: number, to: number) {
  for (let id = from; id < to; id += 1) yield Buffer.from(`${id},"Phường ""Thuận Hóa"", dòng\n${id}"\n`);
}

test('what is copied in comes out again, byte for byte', async () => {
  expect(await copyIn(client, 'copy lines from stdin (format csv)', csv(0, 5_000))).toBe(5_000);
  expect(await text(copyOut(client, 'copy (select * from lines order by id) to stdout (format csv)'))).toBe(await text(csv(0, 5_000)));
});

test('a source that breaks off leaves nothing behind, and says itself why', async () => {
  const before = await count();
  async function* breaking() {
    yield* csv(10_000, 10_500);
    throw new Error('bản sao lưu hỏng');
  }
  await expect(copyIn(client, 'copy lines from stdin (format csv)', breaking())).rejects.toThrow('bản sao lưu hỏng');
  expect(await count()).toBe(before);
});

test('a row that PostgreSQL refuses ends the copy, and the connection is of use again', async () => {
  await expect(copyIn(client, 'copy lines from stdin (format csv)', csv(4_999, 100_000))).rejects.toMatchObject({ code: '23505' });
  expect(await count()).toBe(5_000);
  await expect(text(copyOut(client, 'copy nothing to stdout'))).rejects.toMatchObject({ code: '42P01' });
  expect(await count()).toBe(5_000);
});

test('gigabytes come no faster than they are read', async () => {
  const bytes = copyOut(client, `copy (select repeat('x', 1000) from generate_series(1, 200000)) to stdout`);
  const before = process.memoryUsage().rss;
  await bytes[Symbol.asyncIterator]().next();
  await sleep(500);
  expect(bytes.readableLength).toBeLessThan(1_000_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Batch } from './engine.ts';
import { leaseSeconds } from './outbox.ts';
import { createRelay, type Relay, type RelayOptions } from './relay.ts';

/** An outbox with so many tasks ready in every province, and an engine that keeps what it is sent. */
let ready: Record<string, number>;
let nextMs: number | null;
let claims: number;
let sent: Batch[];
let givenBack: Batch[];
let away: boolean;
let errors: string[];
let outbox: Pick<RelayOptions, 'claim'>;
let relay: Relay;

beforeEach(() => {
  vi.useFakeTimers();
  [ready, nextMs, claims, sent, givenBack, away, errors] = [{}, null, 0, [], [], false, []];
  outbox = {
    async claim(province, limit) {
      claims += 1;
      const count = Math.min(limit, ready[province] ?? 0);
      ready[province] = (ready[province] ?? 0) - count;
      return { tasks: Array.from({ length: count }, (_, id) => id), until: 'token', nextMs };
    },
  };
  relay = createRelay({
    claim: (province, limit) => outbox.claim(province, limit),
    async send(batch) {
      if (away) throw new Error('away');
      sent.push(batch);
    },
    async giveBack(batch) {
      givenBack.push(batch);
      ready[batch.province] = (ready[batch.province] ?? 0) + batch.tasks.length;
    },
    mostInFlight: (province) => (province === 'ca-mau' ? 1 : 2),
    onError: (error, province) => void errors.push(`${province}: ${error.message}`),
  });
});
afterEach(async () => {
  await relay.stop();
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('what many commits left behind within a moment is claimed and sent once', async () => {
  ready['hue'] = 30;
  for (let commit = 0; commit < 20; commit += 1) relay.hint('hue');
  await pass(99);
  expect(sent).toEqual([]);
  await pass(1);
  expect(sent.map(({ province, tasks }) => [province, tasks.length])).toEqual([['hue', 30]]);
  expect(claims).toBe(1);
});

test('a province whose quota is one batch has no second one under way', async () => {
  ready = { 'ca-mau': 5_000 };
  relay.hint('ca-mau');
  await pass(1_000);
  expect(sent).toHaveLength(1);
  relay.ended('ca-mau', sent[0]!.id);
  await pass(1_000);
  expect(sent).toHaveLength(2);
});

test('a province with a flood has two batches under way, and does not hold up another', async () => {
  ready = { hue: 5_000, 'dak-lak': 1 };
  relay.hint('hue');
  relay.hint('dak-lak');
  await pass(2_000);
  expect(sent.map(({ province }) => province).toSorted()).toEqual(['dak-lak', 'hue', 'hue']);
  relay.ended('hue', sent.find(({ province }) => province === 'hue')!.id);
  await pass(2_000);
  expect(sent.filter(({ province }) => province === 'hue')).toHaveLength(3);
});

test('a flood is worked off without further hints, batch by batch', async () => {
  ready['hue'] = 2_200;
  relay.hint('hue');
  for (let batch = 0; batch < 3; batch += 1) {
    await pass(100);
    relay.ended('hue', sent.at(-1)!.id);
  }
  expect(sent.map(({ tasks }) => tasks.length)).toEqual([1_000, 1_000, 200]);
});

test('in a flood tasks gather for longer; when it is over, the next ones go as soon as ever', async () => {
  const batch = async (ms: number, tasks: number) => {
    ready['hue'] = tasks;
    relay.hint('hue');
    const before = sent.length;
    await pass(ms - 1);
    expect(sent).toHaveLength(before);
    await pass(1);
    expect(sent.at(-1)!.tasks).toHaveLength(tasks);
    ready['hue'] = 0;
    relay.ended('hue', sent.at(-1)!.id);
  };
  await batch(100, 300);
  await batch(500, 3);
  await pass(1_000);
  await batch(100, 3);
});

test('a hint that comes while tasks are being claimed is not lost', async () => {
  const claimed = Promise.withResolvers<void>();
  const { claim } = outbox;
  outbox.claim = async (province, limit) => {
    const found = await claim(province, limit);
    await claimed.promise;
    return found;
  };
  ready['hue'] = 1;
  relay.hint('hue');
  await pass(300);
  ready['hue'] = 2;
  relay.hint('hue');
  claimed.resolve();
  await pass(300);
  expect(sent.map(({ tasks }) => tasks.length)).toEqual([1, 2]);
});

test('a batch that the engine lost is written off when its lease is over; one that a worker here has is not', async () => {
  ready['hue'] = 5_000;
  relay.hint('hue');
  await pass(1_000);
  relay.begun(sent[0]!);
  await pass((leaseSeconds + 1) * 1_000);
  expect(sent).toHaveLength(3);
  await pass((leaseSeconds + 1) * 1_000);
  expect(sent).toHaveLength(4);
  relay.ended('hue', sent[0]!.id);
  await pass(1_000);
  expect(sent).toHaveLength(5);
});

test('it knows its own batches from those that another node sent', async () => {
  ready['hue'] = 1;
  relay.hint('hue');
  await pass(1_000);
  expect(relay.ended('hue', 12_345)).toBe(false);
  expect(relay.ended('hue', sent[0]!.id)).toBe(true);
  expect(relay.ended('hue', sent[0]!.id)).toBe(false);
});

test('while the engine is away, tasks are given back and tried at a growing distance, then sent without a further hint', async () => {
  away = true;
  ready['hue'] = 3;
  relay.hint('hue');
  await pass(60_000);
  expect(ready['hue']).toBe(3);
  expect(givenBack.length).toBe(errors.length);
  expect(claims).toBeGreaterThan(10);
  expect(claims).toBeLessThan(20);
  expect(errors[0]).toBe('hue: away');
  // Commits of that time do not drive it on.
  const before = claims;
  for (let commit = 0; commit < 50; commit += 1) relay.hint('hue');
  await pass(1_000);
  expect(claims).toBeLessThanOrEqual(before + 1);
  away = false;
  await pass(5_000);
  expect(sent.map(({ tasks }) => tasks.length)).toEqual([3]);
});

test('a task that becomes ready later is claimed then, without a hint', async () => {
  nextMs = 90_000;
  relay.hint('hue');
  await pass(1_000);
  [ready['hue'], nextMs] = [1, null];
  await pass(88_000);
  expect(sent).toEqual([]);
  await pass(2_000);
  expect(sent).toHaveLength(1);
});

test('once stopped it claims nothing more', async () => {
  nextMs = 1_000;
  relay.hint('hue');
  await pass(500);
  ready['hue'] = 1;
  await relay.stop();
  relay.hint('hue');
  await pass(60_000);
  expect([claims, sent]).toEqual([1, []]);
});

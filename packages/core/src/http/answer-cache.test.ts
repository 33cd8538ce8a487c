import { expect, test } from 'vitest';
import type { Bus, Signal } from '../database/bus.ts';
import { answerCache } from './answer-cache.ts';

function fakeBus() {
  const listeners: { topic: Signal['topic']; hear: (signal: Signal) => void }[] = [];
  const bus: Bus = {
    send: (signal) => {
      for (const { topic, hear } of listeners) if (topic === signal.topic) hear(signal);
    },
    on: (topic, hear) => void listeners.push({ topic, hear }),
    onGap: () => {},
    close: async () => {},
  };
  return bus;
}

/** An answer that is produced when the test says so. */
function slow() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { produce: () => promise, answer: resolve };
}

test('many who ask at once wait for one answer, and it is kept', async () => {
  const cache = answerCache(fakeBus());
  const list = slow();
  const asked = [cache.cached('hue', 'list', list.produce), cache.cached('hue', 'list', () => Promise.reject(new Error('asked twice')))];
  list.answer('one');
  expect(await Promise.all(asked)).toEqual(['one', 'one']);
  expect(await cache.cached('hue', 'list', async () => 'another')).toBe('one');
});

test('whoever asks after a change gets an answer from after the change, though an older one is still being made', async () => {
  const bus = fakeBus();
  const cache = answerCache(bus);
  const before = slow();
  const asked = cache.cached('hue', 'list', before.produce);
  bus.send({ topic: 'position', province: 'hue' });
  const askedLater = cache.cached('hue', 'list', async () => 'after');
  before.answer('before');
  expect(await asked).toBe('before');
  expect(await askedLater).toBe('after');
  expect(await cache.cached('hue', 'list', async () => 'never asked')).toBe('after');
});

test('a change in one province leaves the answers of the others where they are', async () => {
  const bus = fakeBus();
  const cache = answerCache(bus);
  for (const province of ['hue', 'dak-lak']) await cache.cached(province, 'list', async () => `first of ${province}`);
  bus.send({ topic: 'position', province: 'hue' });
  expect(await cache.cached('hue', 'list', async () => 'second of hue')).toBe('second of hue');
  expect(await cache.cached('dak-lak', 'list', async () => 'second of dak-lak')).toBe('first of dak-lak');
});

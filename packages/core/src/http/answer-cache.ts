import { LRUCache } from 'lru-cache';
import type { Bus } from '../database/bus.ts';

/** What a node keeps in memory for each province. */
export interface AnswerCache {
  /**
   * Public answers, kept while the province's event log stands still, so that thousands who watch the same list in a
   * flood cost one query. Correct a moment after a change: the sealer tells every node the new position.
   */
  cached(province: string, key: string, produce: () => Promise<string>): Promise<string>;
  /** Values made from a module's configuration, kept until it changes. */
  kept<T>(province: string, key: string, produce: () => Promise<T>): Promise<T>;
}

const mostBytesAProvince = 8 * 1024 * 1024;
const mostKeptAProvince = 200;
// For the day a signal is lost.
const longestMs = 30_000;

export function answerCache(bus: Bus): AnswerCache {
  const answers = onePerProvince(
    () => new LRUCache<string, string>({ maxSize: mostBytesAProvince, sizeCalculation: (text, key) => 2 * (text.length + key.length) + 64, ttl: longestMs }),
  );
  const values = onePerProvince(() => new LRUCache<string, object>({ max: mostKeptAProvince, ttl: longestMs }));
  bus.on('position', ({ province }) => answers.drop(province));
  bus.on('registry', ({ province }) => {
    answers.drop(province);
    values.drop(province);
  });
  bus.onGap(() => {
    answers.dropAll();
    values.dropAll();
  });
  return {
    cached: (province, key, produce) => answers.get(province, key, produce),
    // An LRU cache holds no undefined or null: values go in a box.
    kept: async <T>(province: string, key: string, produce: () => Promise<T>) =>
      ((await values.get(province, key, async () => ({ value: await produce() }))) as { value: T }).value,
  };
}

function onePerProvince<V extends {}>(make: () => LRUCache<string, V>) {
  // What is under way goes with the cache it was meant for: who asks after a change must not get an answer from before it.
  const caches = new Map<string, { readonly kept: LRUCache<string, V>; readonly producing: Map<string, Promise<V>> }>();

  return {
    async get(province: string, key: string, produce: () => Promise<V>): Promise<V> {
      let cache = caches.get(province);
      if (cache === undefined) caches.set(province, (cache = { kept: make(), producing: new Map() }));
      const { kept, producing } = cache;
      const known = kept.get(key);
      if (known !== undefined) return known;
      // Many who ask at once wait for one answer.
      let running = producing.get(key);
      if (running === undefined) {
        running = produce().finally(() => producing.delete(key));
        producing.set(key, running);
      }
      const value = await running;
      kept.set(key, value);
      return value;
    },
    drop: (province: string) => void caches.delete(province),
    dropAll: () => caches.clear(),
  };
}

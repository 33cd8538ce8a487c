import type { Kept } from './kept.ts';

export interface Store<Body, Answer> {
  /** Whether it is there after the page has been closed. */
  readonly lasting: boolean;
  all(): Promise<Kept<Body, Answer>[]>;
  put(kept: Kept<Body, Answer>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** As long as the page is open: for browsers that let nothing be kept. */
export function memoryStore<Body, Answer>(): Store<Body, Answer> {
  const items = new Map<string, Kept<Body, Answer>>();
  return {
    lasting: false,
    all: async () => [...items.values()],
    put: async (kept) => void items.set(kept.key, kept),
    remove: async (key) => void items.delete(key),
  };
}

const database = 'tinhthong';
const table = 'outbox';
const patienceMs = 3_000;

/**
 * The browser's store. `make` only after a press: without it nothing is made, and a page that has kept nothing has none.
 *
 * @returns nothing where there is none, or where it is blocked: by a setting, a private window, a frame
 */
export async function browserStore<Body, Answer>(name: string, make: boolean): Promise<Store<Body, Answer> | undefined> {
  const db = await open(make).catch(() => undefined);
  if (db === undefined) return undefined;
  const range = IDBKeyRange.bound([name], [name, []]);
  const run = <Result>(mode: IDBTransactionMode, act: (rows: IDBObjectStore) => IDBRequest<Result>) => settled(act(db.transaction(table, mode).objectStore(table)));
  return {
    lasting: true,
    all: async () => (await run<{ kept: Kept<Body, Answer> }[]>('readonly', (rows) => rows.getAll(range))).map(({ kept }) => kept),
    put: async (kept) => void (await run('readwrite', (rows) => rows.put({ name, key: kept.key, kept }))),
    remove: async (key) => run('readwrite', (rows) => rows.delete([name, key])),
  };
}

function open(make: boolean): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // Some browsers throw where storage is blocked, some answer with an error, some never.
    const timer = setTimeout(() => reject(new Error('storage does not answer')), patienceMs);
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => {
      if (make) request.result.createObjectStore(table, { keyPath: ['name', 'key'] });
      else request.transaction!.abort();
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      // Another tab may want to remove or renew it.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      clearTimeout(timer);
      reject(request.error ?? new Error('storage is blocked'));
    };
  });
}

/** Done when it is written, not when it is asked for: a full disk says so at the end. */
function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const transaction = request.transaction!;
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error ?? new Error('not stored'));
  });
}

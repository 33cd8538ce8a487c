import pg from 'pg';
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

const turn = () => new Promise<void>((done) => void setImmediate(done));
const most = { atOnce: 3, underWay: 1 };

/** Work that ends when it is told to, with what it was asked for in capitals. */
function held() {
  const begun: string[][] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    together: async (asked: readonly string[]) => {
      begun.push([...asked]);
      await new Promise<void>((end) => void ends.push(end));
      return asked.map((one) => one.toUpperCase());
    },
    async end() {
      ends.shift()!();
      await turn();
      await turn();
    },
  };
}

function refusal(code: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError('refused', 7, 'error'), { code });
}

test('a lone request goes at once, alone', async () => {
  const work = held();
  const answer = gather(work.together, most)('a');
  await turn();
  expect(work.begun).toEqual([['a']]);
  await work.end();
  expect(await answer).toBe('A');
});

test('what is asked for meanwhile goes together, no more than allowed at once, and each gets its own answer', async () => {
  const work = held();
  const ask = gather(work.together, most);
  const first = ask('a');
  await turn();
  const others = ['b', 'c', 'd', 'e'].map(ask);
  await turn();
  expect(work.begun).toEqual([['a']]);
  await work.end();
  await work.end();
  await work.end();
  expect(work.begun).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  expect(await Promise.all([first, ...others])).toEqual(['A', 'B', 'C', 'D', 'E']);
});

test('where a batch is refused each is done alone, and the culprit alone fails', async () => {
  const ask = gather(async (asked: readonly string[]) => {
    if (asked.includes('bad')) throw refusal('23505');
    return asked;
  }, most);
  expect(await Promise.allSettled(['a', 'bad', 'b'].map(ask))).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: refusal('23505') },
    { status: 'fulfilled', value: 'b' },
  ]);
});

test.each([
  ['the session was ended', refusal('57P01')],
  ['the connection was lost', new Error('Connection terminated unexpectedly')],
])('where %s nobody knows what was stored: nothing is done again', async (_what, error) => {
  const asked: string[][] = [];
  const ask = gather(async (batch: readonly string[]): Promise<string[]> => {
    asked.push([...batch]);
    throw error;
  }, most);
  expect((await Promise.allSettled(['a', 'b'].map(ask))).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toEqual([['a', 'b']]);
});

test('after a failure the next ones are served', async () => {
  let failed = false;
  const ask = gather(async (asked: readonly string[]) => {
    if (!failed) {
      failed = true;
      throw new Error('once');
    }
    return asked;
  }, most);
  await expect(ask('a')).rejects.toThrow('once');
  expect(await ask('b')).toBe('b');
});

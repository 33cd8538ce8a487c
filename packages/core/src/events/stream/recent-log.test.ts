import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bulletin } from '../../kit/test-bulletin.ts';
import { testTemplate, testWorld, type TestProvince, type TestWorld } from '../../kit/testing.ts';
import { type RecentLog, recentLog } from './recent-log.ts';

let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [bulletin], provinces: [testTemplate('hue')] });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

async function happen(count: number): Promise<void> {
  await hue.database(({ db }) =>
    sql`insert into core.events (plugin, type, subject, actor_kind, data) select 'bulletin', 'post.published', n, 'system', '{"title":"x"}' from generate_series(1, ${sql.lit(count)}) as n`.execute(db),
  );
  await world.settled();
}

/** The places of all events after one, page by page. */
async function placesAfter(log: RecentLog, from: number): Promise<number[]> {
  const places: number[] = [];
  for (let at = from; at < log.position; ) {
    const { told, upTo } = await log.pageAfter(at);
    places.push(...told.map(({ event }) => event.position));
    at = upTo;
  }
  return places;
}
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, n) => first + n);

test('from however far back, a reader is brought to where the others are, and not past them', async () => {
  await happen(900);
  const log = recentLog(world.kernel, hue.now);
  await log.ready();
  const here = log.position;
  // What has come since, nobody has been handed yet.
  await happen(50);
  for (const back of [0, 1, 199, 200, 450, 500, 501, 700, 890]) expect([back, await placesAfter(log, here - back)]).toEqual([back, from(here - back + 1, here)]);
  // It is handed out once, and then those who come from far back get it too.
  const handed: number[] = [];
  await log.readOn(async (told) => void handed.push(...told.map(({ event }) => event.position)));
  await log.readOn(async (told) => void handed.push(...told.map(({ event }) => event.position)));
  expect(handed).toEqual(from(here + 1, here + 50));
  for (const back of [50, 549, 551, 800]) expect([back, await placesAfter(log, log.position - back)]).toEqual([back, from(log.position - back + 1, log.position)]);
});

test('a flood is handed over page by page, with the place before each and word of the last', async () => {
  const log = recentLog(world.kernel, hue.now);
  await log.ready();
  const here = log.position;
  await happen(450);
  const pages: { count: number; before: number; isLast: boolean }[] = [];
  await log.readOn(async (told, before, isLast) => void pages.push({ count: told.length, before, isLast }));
  expect(pages).toEqual([
    { count: 200, before: here, isLast: false },
    { count: 200, before: here + 200, isLast: false },
    { count: 50, before: here + 400, isLast: true },
  ]);
});

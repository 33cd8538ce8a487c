import { describe, expect, test } from 'vitest';
import type { Problem } from '../client/core-api.gen.ts';
import { type Delivery, deliveryOf, type Kept } from './kept.ts';
import { Outbox } from './outbox.ts';
import { memoryStore, type Store } from './store.ts';

type Report = { text: string; photos?: string[] };
type Answer = { code: string };
const hour = 3_600_000;
const problem = (status: number, code: string): Problem => ({ type: `/problems/${code}`, status, code, title: code, messages: { vi: code, en: code }, traceId: '' });

function world({ blocked = false } = {}) {
  const disk: Store<Report, Answer> = { ...memoryStore<Report, Answer>(), lasting: true };
  const state = { now: 0, online: true, sent: [] as { key: string; body: Report }[], answers: [] as Delivery<Answer>[], made: false };
  const locks = new Map<string, Promise<unknown>>();
  const tab = () => {
    const seen: Kept<Report, Answer>[][] = [];
    const outbox = new Outbox<Report, Answer>(
      {
        name: 'reports',
        async send({ key, body }, save) {
          if (body.photos === undefined) await save({ ...body, photos: ['p1'] });
          state.sent.push({ key, body });
          await Promise.resolve();
          return state.answers.shift() ?? { sent: { code: 'HUE-26-0000001' } };
        },
        changed: (items) => void seen.push([...items]),
      },
      {
        async open(_, make) {
          if (blocked) return undefined;
          state.made ||= make;
          return state.made ? disk : undefined;
        },
        alone(name, work) {
          const turn = (locks.get(name) ?? Promise.resolve()).then(work);
          locks.set(name, turn.catch(() => undefined));
          return turn;
        },
        now: () => state.now,
        online: () => state.online,
      },
    );
    return { outbox, seen };
  };
  return { state, disk, tab };
}

describe('what a widget keeps when the line is gone', () => {
  test('nothing is stored before a press', async () => {
    const { state, tab } = world();
    const { outbox } = tab();
    await outbox.start();
    outbox.stop();
    expect(state.made).toBe(false);
  });

  test('what is sent at once is not kept, and never shown as waiting', async () => {
    const { disk, tab } = world();
    const { outbox, seen } = tab();
    const kept = await outbox.post({ text: 'Đèn hỏng' });
    expect(seen.flat()).toEqual([]);
    expect([kept.state, kept.answer, await disk.all()]).toEqual(['sent', { code: 'HUE-26-0000001' }, []]);
  });

  test('a tab that was open before anything was kept learns of it, and sends it when the other is closed', async () => {
    const { state, tab } = world();
    const [first, second] = [tab(), tab()];
    await first.outbox.start();
    await second.outbox.start();
    state.online = false;
    await first.outbox.post({ text: 'Đèn hỏng' });
    await expect.poll(() => second.seen.at(-1)?.map((kept) => kept.state)).toEqual(['waiting']);
    first.outbox.stop();
    state.online = true;
    await second.outbox.flush();
    expect(state.sent).toHaveLength(1);
    second.outbox.stop();
  });

  test('what could not leave is sent on the next visit, by one of three tabs, and its answer waits to be seen', async () => {
    const { state, tab } = world();
    // 1. Without a line.
    state.online = false;
    expect((await tab().outbox.post({ text: 'Đèn hỏng' })).state).toBe('waiting');
    // 2. Two days later, three tabs are opened at once.
    Object.assign(state, { online: true, now: 48 * hour });
    const tabs = [tab(), tab(), tab()];
    await Promise.all(tabs.map(({ outbox }) => outbox.start()));
    for (const { outbox } of tabs) outbox.stop();
    expect(state.sent).toHaveLength(1);
    // 3. The code is there until the person has seen it; the text and the pictures are needed no more.
    const [kept] = await tabs[0]!.outbox.items();
    expect(kept).toMatchObject({ state: 'sent', answer: { code: 'HUE-26-0000001' }, files: [] });
  });

  test('an answer that was lost is asked for under the same key, with the same content', async () => {
    const { state, tab } = world();
    const { outbox } = tab();
    state.answers = ['lost'];
    expect((await outbox.post({ text: 'Đèn hỏng' })).state).toBe('waiting');
    await outbox.flush();
    outbox.stop();
    expect(new Set(state.sent.map(({ key }) => key)).size).toBe(1);
    expect((await outbox.items())[0]).toMatchObject({ state: 'sent', body: { photos: ['p1'] } });
  });

  test('after a day nobody knows whether it arrived: it is not sent again unasked', async () => {
    const { state, tab } = world();
    const { outbox } = tab();
    state.answers = ['lost'];
    await outbox.post({ text: 'Đèn hỏng' });
    for (const now of [25 * hour, -26 * hour]) {
      state.now = now;
      await outbox.flush();
    }
    expect([state.sent.length, (await outbox.items())[0]?.state]).toEqual([1, 'unsure']);
    await outbox.sendAnyway((await outbox.items())[0]!.key);
    outbox.stop();
    expect([state.sent.length, (await outbox.items())[0]?.state]).toEqual([2, 'sent']);
  });

  test('what the server did not take can wait for days', async () => {
    const { state, tab } = world();
    const { outbox } = tab();
    state.answers = ['not-taken'];
    await outbox.post({ text: 'Đèn hỏng' });
    state.now = 72 * hour;
    await outbox.flush();
    outbox.stop();
    expect(state.sent).toHaveLength(2);
  });

  test('where storage is blocked it is kept while the page is open, and that is said', async () => {
    const { state, tab } = world({ blocked: true });
    const { outbox } = tab();
    await outbox.start();
    expect(outbox.lasting).toBe(true);
    state.online = false;
    await outbox.post({ text: 'Đèn hỏng' });
    expect([outbox.lasting, (await outbox.items()).length]).toEqual([false, 1]);
    state.online = true;
    await outbox.flush();
    outbox.stop();
    expect(state.sent).toHaveLength(1);
  });

  test('where the disk is full, what was kept and what comes goes on in memory', async () => {
    const { state, disk, tab } = world();
    const { outbox } = tab();
    await outbox.saveDraft({ text: 'Nháp' });
    disk.put = () => Promise.reject(new Error('quota'));
    state.online = false;
    await outbox.post({ text: 'Đèn hỏng' });
    outbox.stop();
    expect([outbox.lasting, (await outbox.items()).map(({ body }) => body.text)]).toEqual([false, ['Nháp', 'Đèn hỏng']]);
  });

  test('a draft is not sent by itself', async () => {
    const { state, tab } = world();
    const { outbox } = tab();
    await outbox.saveDraft({ text: 'Nháp' });
    await outbox.flush();
    outbox.stop();
    expect(state.sent).toEqual([]);
  });
});

test('an answer says whether a message may be sent again', () => {
  expect([
    deliveryOf({ data: { code: 'x' } }),
    deliveryOf({ error: problem(429, 'too-many-requests') }),
    deliveryOf({ error: problem(503, 'unreachable') }),
    deliveryOf({ error: problem(409, 'idempotency-key-in-progress') }),
    deliveryOf({ error: problem(422, 'invalid-input') }),
  ]).toMatchObject([{ sent: { code: 'x' } }, 'not-taken', 'lost', 'lost', { refused: { status: 422 } }]);
});

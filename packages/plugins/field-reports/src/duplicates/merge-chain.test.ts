import { expect, test } from 'vitest';
import { checkMerge, checkUnmerge } from './merge-chain.ts';

const merged = (at: string) => ({ merged_at: new Date(at) });

test('a report is merged into another that is open, answered or closed', () => {
  for (const state of ['submitted', 'assigned', 'answered', 'closed'] as const) expect(() => checkMerge({ id: 'a', public: true }, { id: 'b', state, public: true })).not.toThrow();
});

test('a report is not merged into itself, nor into one that was rejected or withdrawn', () => {
  expect(() => checkMerge({ id: 'a', public: true }, { id: 'a', state: 'submitted', public: true })).toThrow(/into itself/);
  for (const state of ['rejected', 'withdrawn'] as const) expect(() => checkMerge({ id: 'a', public: true }, { id: 'b', state, public: true })).toThrow(/rejected or withdrawn/);
});

test('only public reports are merged: of others nobody but their own reporter hears, who would lose the answer', () => {
  for (const [from, to] of [[true, false], [false, true], [false, false]] as const) {
    expect(() => checkMerge({ id: 'a', public: from }, { id: 'b', state: 'submitted', public: to })).toThrow(/Only public/);
  }
});

test('a merge of Monday 9:00 can be undone until Tuesday 9:00, and not a minute later', () => {
  expect(() => checkUnmerge(merged('2026-11-23T09:00:00+07:00'), new Date('2026-11-24T09:00:00+07:00'))).not.toThrow();
  expect(() => checkUnmerge(merged('2026-11-23T09:00:00+07:00'), new Date('2026-11-24T09:01:00+07:00'))).toThrow(/within a day/);
});

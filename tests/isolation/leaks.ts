import { changedTables, fingerprint, type TestWorld } from '@tinhthong/core/testing';
import type { Attempt } from './attempts.ts';
import { shownText } from '../support/shown-text.ts';
import { send } from './send.ts';
import type { Twin } from './twin.ts';

const refusals = new Set([401, 403, 404, 410, 422]);

export interface Outcome {
  readonly status: number;
  /** What went from one province to the other; empty where all is well. */
  readonly leaks: readonly string[];
}

/** Makes the attempt at `at` with the values of `owner`, and says what of the owner it let out or let in. */
export async function outcomeOf(attempt: Attempt, owner: Twin, at: Twin): Promise<Outcome> {
  const request = attempt.request(owner, at);
  const response = await send(at, request);
  const shown = `${[...response.headers].join('\n')}\n${await shownText(response)}`;
  // A page repeats what was typed into it: what the caller knew already is no leak.
  const sent = JSON.stringify(request) + (attempt.knows?.(owner) ?? '');
  return {
    status: response.status,
    leaks: [
      ...owner.marks.filter((mark) => shown.includes(mark) && !sent.includes(mark)).map((mark) => `shows ${mark}`),
      ...(attempt.refused && !refusals.has(response.status) ? [`let in with ${response.status}`] : []),
    ],
  };
}

/** Watches over a province: each call names the tables in which anything changed since the call before. */
export async function watchOver(world: TestWorld, id: string): Promise<() => Promise<string[]>> {
  let before = await fingerprint(world, id);
  return async () => {
    const now = await fingerprint(world, id);
    const changed = changedTables(before, now).map((table) => `changed ${table}`);
    before = now;
    return changed;
  };
}

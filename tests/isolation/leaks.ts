import type { TestWorld } from '@tinhthong/core/testing';
import type { Attempt } from './attempts.ts';
import { changedTables, fingerprint } from './fingerprint.ts';
import { send } from './send.ts';
import type { Twin } from './twin.ts';

const refusals = new Set([401, 403, 404, 422]);

export interface Outcome {
  readonly status: number;
  /** What went from one province to the other; empty where all is well. */
  readonly leaks: readonly string[];
}

/** Makes the attempt at `at` with the values of `owner`, and says what of the owner it let out, let in or changed. */
export async function outcomeOf(world: TestWorld, attempt: Attempt, owner: Twin, at: Twin): Promise<Outcome> {
  const before = await fingerprint(world, owner.site.id);
  const request = attempt.request(owner, at);
  const response = await send(at, request);
  const shown = `${[...response.headers].join('\n')}\n${await response.text()}`;
  // A page repeats what was typed into it: what the caller knew already is no leak.
  const sent = JSON.stringify(request);
  await world.settled();
  const after = await fingerprint(world, owner.site.id);
  return {
    status: response.status,
    leaks: [
      ...owner.marks.filter((mark) => shown.includes(mark) && !sent.includes(mark)).map((mark) => `shows ${mark}`),
      ...(attempt.refused && !refusals.has(response.status) ? [`let in with ${response.status}`] : []),
      ...changedTables(before, after).map((table) => `changed ${table}`),
    ],
  };
}

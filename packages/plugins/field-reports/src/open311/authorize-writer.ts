import type { Given, Open311Request } from './parameters.ts';
import { noKey } from './refusals.ts';

/** Writing is for keys of the province that may: `api_key` among the fields, or in the header. Reading is for everybody. */
export async function authorizeWriter(c: Open311Request, given: Given): Promise<void> {
  const key = given.one('api_key');
  // A session is a person at a page of ours, not a client of the standard.
  if (key !== undefined ? !(await c.get('enterWithKey')(key)) : c.get('ctx').actor.kind !== 'key') throw noKey();
  if (!c.get('ctx').can('open311:write')) throw noKey();
}

import { fingerprint, type TestWorld } from '@tinhthong/core/testing';
import { expect } from 'vitest';
import type { Twin } from '../isolation/twin.ts';
import { problemFaults } from './problem-faults.ts';

/** Expects a refusal with one of these statuses; `what` names the case in the message. */
export async function refused(what: string, response: Response, ...statuses: readonly number[]): Promise<{ code: string; headers: Headers }> {
  const text = await response.text();
  const faults = problemFaults({ status: response.status, type: response.headers.get('content-type') ?? '', text }, statuses);
  expect({ what, faults, ...(faults.length > 0 && { text: text.slice(0, 1_000) }) }).toEqual({ what, faults: [] });
  return { code: (JSON.parse(text) as { code: string }).code, headers: response.headers };
}

/** Runs `work` and expects that no row of any province has changed and that both still answer. */
export async function storingNothing(world: TestWorld, work: () => Promise<void>): Promise<void> {
  const provinces = ['hue', 'dak-lak'];
  await world.settled();
  const rows = async () => {
    const all = await Promise.all(provinces.map((id) => fingerprint(world, id)));
    // Who tried how often to sign in is counted on purpose.
    return all.map(({ 'identity.sign_in_places': _, ...rest }) => rest);
  };
  const before = await rows();
  await work();
  await world.settled();
  expect(await rows()).toEqual(before);
  for (const id of provinces) expect((await world.province(id).request('/api/field-reports/reports?limit=1')).status).toBe(200);
}

/** Sends something as a person who may do everything in the province. */
export function asStaff({ site, staff }: Twin, path: string, init: Parameters<Twin['site']['request']>[1] = {}): Promise<Response> {
  return site.request(path, { as: staff, ...init });
}

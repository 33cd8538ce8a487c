import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Plugin } from '../plugin/plugin.ts';
import { documentedSite } from './documented-answers.ts';

const answers = { 200: { description: '', schema: z.object({ items: z.array(z.object({ code: z.string() })) }) } };
const routes = [
  { method: 'get', path: '/gates', answers },
  { method: 'delete', path: '/gates/{code}', answers: { 204: { description: '' } } },
];
const module = { id: 'tide', routes } as unknown as Plugin;

/** A site that gives the same answer to everything. */
const answering = (body: unknown, status = 200) =>
  documentedSite({ host: 'hue.localhost', request: async () => new Response(body === null ? null : JSON.stringify(body), { status }) }, [module]);

test.each([
  ['as documented', { items: [{ code: 'a' }] }, 200, []],
  ['a field is missing', { items: [{}] }, 200, ['expected string']],
  ['a field nobody documented', { items: [{ code: 'a', keeper: 'Lan' }] }, 200, ['also holds items.0.keeper']],
  ['another status', {}, 202, ['202 is not documented']],
  ['a refusal that is no problem', { error: 'no' }, 403, ['expected string']],
])('%s', async (_, body, status, faults) => {
  const site = answering(body, status);
  await site.request('/api/tide/gates?limit=1');
  expect(site.faults).toEqual(faults.map((fault) => expect.stringContaining(fault)));
});

test('an operation counts as seen once it has answered without refusing', async () => {
  const site = answering(null, 204);
  expect(site.unseen()).toEqual(['GET /api/tide/gates', 'DELETE /api/tide/gates/{code}']);
  await site.request('/api/tide/gates/a-1', { method: 'DELETE' });
  expect(site.unseen()).toEqual(['GET /api/tide/gates']);
  expect(site.faults).toEqual([]);
});

test('an address that no route documents is a fault', async () => {
  const site = answering({});
  await site.request('/api/tide/levels');
  expect(site.faults).toEqual(['GET /api/tide/levels: not documented']);
});

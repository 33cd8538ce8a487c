import { expect, test } from 'vitest';
import { z } from 'zod';
import { bbox, textOf } from '../../../plugin/schemas.ts';
import type { Route } from '../../../plugin/route.ts';
import { inputFaults } from './input-schemas.ts';

const faultsOf = (body: z.ZodObject) => inputFaults({ method: 'post', path: '/x', body } as unknown as Route, 'POST /x').map(({ where }) => where);
const named = z.strictObject({ name: textOf(1, 20) }).meta({ id: 'NamedForTest' });

test.each([
  ['a text of so many characters', textOf(1, 100)],
  ['a code whose pattern ends', z.string().regex(/^[A-Z]{2,5}-\d{2}-\d{7}$/)],
  ['one of a few words', z.enum(['a', 'b'])],
  ['an id, a day, an instant', z.union([z.uuid(), z.iso.date(), z.iso.datetime({ offset: true })])],
  ['a box on the map', bbox],
  ['a short list of them', z.array(z.uuid()).max(5)],
  ['a schema with a name', named],
])('%s has a limit', (_, schema) => {
  expect(faultsOf(z.strictObject({ it: schema }))).toEqual([]);
});

test.each([
  ['a text', z.string(), 'POST /x body.it'],
  ['a pattern that goes on', z.string().regex(/^[a-z]+$/), 'POST /x body.it'],
  ['a pattern that is found somewhere inside', z.string().regex(/[a-z]{3}/), 'POST /x body.it'],
  ['an e-mail address', z.email(), 'POST /x body.it'],
  ['a list', z.array(z.uuid()), 'POST /x body.it'],
  ['a text within a list', z.array(z.string()).max(5), 'POST /x body.it[]'],
  ['an object that takes anything beside', z.object({ a: z.int() }), 'POST /x body.it'],
  ['one of several, which has none', z.union([z.int(), z.string()]), 'POST /x body.it'],
])('%s has none', (_, schema, where) => {
  expect(faultsOf(z.strictObject({ it: schema }))).toEqual([where]);
});

test('a request that reads has no body', () => {
  expect(inputFaults({ method: 'get', path: '/x', body: z.strictObject({}) } as unknown as Route, 'GET /x').map(({ where }) => where)).toEqual(['GET /x']);
});

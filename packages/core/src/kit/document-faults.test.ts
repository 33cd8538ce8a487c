import { expect, test } from 'vitest';
import { coreModule } from '../core-module/core-module.ts';
import { moduleDocument, type OpenApiDocument } from '../http/module-document.ts';
import { documentFaults } from './document-faults.ts';

const communes = '/api/core/communes';
const good = moduleDocument(coreModule(() => expect.unreachable()));

/** The core's document with its reading of communes changed. */
function withCommunes(change: object): OpenApiDocument {
  return { ...good, paths: { ...good.paths, [communes]: { get: { ...good.paths[communes]?.['get'], ...change } } } };
}

test.each([
  ['two operations with one id', { operationId: 'core.get.agencies' }, 'operationId-unique'],
  ['no summary', { summary: undefined }, 'operation-summary'],
  ['a reference to nothing', { responses: { 200: { $ref: '#/components/responses/Gone' } } }, "no-unresolved-refs"],
  ['a type that JSON Schema does not have', { parameters: [{ name: 'q', in: 'query', schema: { type: 'text' } }] }, 'struct'],
  ['a schema that says nothing', { parameters: [{ name: 'q', in: 'query', schema: {} }] }, 'says nothing: #/paths//api/core/communes/get/parameters/0/schema'],
])('%s is a fault', async (_, change, fault) => {
  expect(await documentFaults(withCommunes(change))).toContainEqual(expect.stringContaining(fault));
});

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { writeGenerated } from '../write-generated.ts';

/**
 * `tinhthong-client <openapi.json> <api.gen.ts>`: the types of a module's HTTP API, for `createClient<paths>()`.
 * With `--check` nothing is written and a stale file fails.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean', default: false } } });
const [source, target] = positionals;
if (source === undefined || target === undefined) throw new Error('tinhthong-client <openapi.json> <api.gen.ts> [--check]');

const types = await openapiTS(await readFile(source, 'utf8'), {
  rootTypes: true,
  rootTypesNoSchemaPrefix: true,
  // A field with a default may be left out of a request.
  defaultNonNullable: false,
  transform: (schema) => ('contentMediaType' in schema ? ts.factory.createTypeReferenceNode('Blob') : undefined),
});
const text = `// Viết bởi / written by \`npm run generate\`: ${source}\n\n${astToString(types)}`;
await writeGenerated(target, text, values);

import { fileURLToPath } from 'node:url';
import { settleFiles } from '../../packages/core/src/kit/generated-files.ts';
import { templateJsonSchema } from '../../packages/core/src/tenancy/template.ts';

const files = Object.entries(templateJsonSchema()).map(
  ([name, schema]) =>
    [fileURLToPath(new URL(`../provinces/schema/${name}.schema.json`, import.meta.url)), `${JSON.stringify(schema, null, 2)}\n`] as const,
);
await settleFiles(new Map(files), { check: process.argv.includes('--check') });

import { fileURLToPath } from 'node:url';
import { settleFiles } from '../../packages/core/src/kit/generated-files.ts';
import { gatewayJsonSchema } from '../../packages/core/src/notify/channels.ts';
import { templateJsonSchema } from '../../packages/core/src/tenancy/template.ts';

const schemas = Object.entries(templateJsonSchema()).map(([name, schema]) => [`provinces/schema/${name}`, schema] as const);
const files = [...schemas, ['notify/channel', gatewayJsonSchema()] as const].map(
  ([name, schema]) => [fileURLToPath(new URL(`../${name}.schema.json`, import.meta.url)), `${JSON.stringify(schema, null, 2)}\n`] as const,
);
await settleFiles(new Map(files), { check: process.argv.includes('--check') });

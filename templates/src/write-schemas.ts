import { mkdir, writeFile } from 'node:fs/promises';
import { templateJsonSchema } from '../../packages/core/src/tenancy/template.ts';

const folder = new URL('../provinces/schema/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, schema] of Object.entries(templateJsonSchema())) {
  await writeFile(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}

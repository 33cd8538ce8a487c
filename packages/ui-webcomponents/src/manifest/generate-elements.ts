import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { elementTypes } from './element-types.ts';
import { readElements } from './read-elements.ts';
import { writeGenerated } from '../write-generated.ts';

/**
 * `tinhthong-elements [folder]`: the elements of a plugin's `ui` (of the kit: of its `src`) as `custom-elements.json`,
 * which editors and documentation tools read, and as types. With `--check` nothing is written and a stale file fails.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { check: { type: 'boolean', default: false } } });
const folder = positionals[0] ?? '.';
const inUi = existsSync(join(folder, 'ui'));
const code = inUi ? 'ui' : 'src';

const manifest = await readElements(folder, `${code}/**/*.ts`);
const written = '// Viết bởi / written by `npm run generate`: custom-elements.json\n';
const files = {
  [inUi ? 'ui/custom-elements.json' : 'custom-elements.json']: `${JSON.stringify(manifest, null, 2)}\n`,
  [`${code}/elements.gen.ts`]: elementTypes(manifest, code, written),
};

for (const [path, text] of Object.entries(files)) await writeGenerated(join(folder, path), text, values);

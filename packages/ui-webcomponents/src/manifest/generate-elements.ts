import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { elementTypes } from './element-types.ts';
import { readElements } from './read-elements.ts';

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

for (const [path, text] of Object.entries(files)) {
  const target = join(folder, path);
  if ((await readFile(target, 'utf8').catch(() => '')) === text) continue;
  if (values.check) {
    console.error(`✗ ${target} đã cũ, hãy chạy / is stale, run: npm run generate`);
    process.exitCode = 1;
  } else {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    console.log(`✓ ${target}`);
  }
}

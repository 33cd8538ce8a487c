import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Tried for, and done without: a vendor need not have them. The templates are read where documents are generated. */
const optional = new Set(['testcontainers', '@testcontainers/postgresql', '@tinhthong/templates']);

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: object;
  readonly peerDependencies?: object;
}

// In the repository everything is found at the root; where the package is installed, only what it declares.
test.each(['packages/core', 'packages/plugins/field-reports', 'packages/ui-webcomponents'])('%s declares every package that it imports', async (folder) => {
  const { name, exports, bin = {}, dependencies, peerDependencies } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const declared = new Set([name, ...Object.keys({ ...dependencies, ...peerDependencies }), ...optional]);
  const missing: string[] = [];
  const entries = [...Object.values(exports), ...Object.values(bin)].filter((entry) => /\.[mc]?[jt]s$/.test(entry));
  const waiting = entries.flatMap((entry) => filesOf(join(root, folder), entry));
  expect(waiting.length).toBeGreaterThanOrEqual(entries.length);
  const seen = new Set(waiting);
  for (const file of waiting) {
    for (const imported of importedBy(await readFile(file, 'utf8'))) {
      const [, packageName] = /^((?:@[\w-]+\/)?[\w-][\w.-]*)(?:\/.*)?$/.exec(imported) ?? [];
      if (packageName !== undefined && !declared.has(packageName)) missing.push(`${packageName} in ${file.slice(root.length)}`);
      const next = join(file, '..', imported);
      if (packageName !== undefined || imported.startsWith('node:') || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  expect(missing).toEqual([]);
});

// `npm ci` sets up the commands that the lock names, and does not say when a manifest has more.
test('the lock knows the commands of every package of ours', async () => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, { readonly bin?: Readonly<Record<string, string>> }>> };
  const folders = Object.keys(packages).filter((folder) => folder !== '' && !folder.startsWith('node_modules/') && !folder.includes('/node_modules/'));
  expect(folders).toContain('packages/core');
  for (const folder of folders) {
    const { bin = {} } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as Partial<Manifest>;
    const named = Object.fromEntries(Object.entries(bin).map(([command, file]) => [command, file.replace('./', '')]));
    expect({ folder, commands: packages[folder]!.bin ?? {} }).toEqual({ folder, commands: named });
  }
});

/** Stars of one entry stand for the same. */
function filesOf(folder: string, entry: string): string[] {
  let stars = 0;
  const pattern = new RegExp(`/${entry.replace('./', '').replaceAll('.', '\\.').replaceAll('*', () => ((stars += 1) === 1 ? '([^/]+)' : '\\1'))}$`);
  return globSync(entry, { cwd: folder }).map((file) => join(folder, file)).filter((file) => pattern.test(file));
}

/** What a file needs when it runs: neither types nor what comments speak of. */
function importedBy(text: string): string[] {
  const code = stripTypeScriptTypes(text.replace(/^#!.*/, '')).replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '');
  return [...code.matchAll(/(?:^(?:import|export)\b.*? from |^\} from |^import |\bimport\(|new URL\()'([^']+)'/gm)].flatMap(([, name]) => (/^\..*(?<!\.[mc]?[jt]s)$/.test(name!) ? [] : name!));
}

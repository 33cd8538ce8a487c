import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from '@tinhthong/core';
import { checkDeclaration, checkPlugin, checkSource, type CheckResult } from '@tinhthong/core/testing';
import { expect, inject, test } from 'vitest';
import { namedWells } from './named-wells.ts';
import { personalData, wells } from './wells.ts';

interface Broken {
  /** The check that must find it. */
  readonly breaks: string;
  readonly plugin: Plugin;
}

const folder = (name: string) => new URL(`${name}/`, import.meta.url);
const inFolder = async (name: string) => (await readdir(folder(name))).toSorted();
const failed = (checks: readonly CheckResult[]) => checks.filter(({ state }) => state === 'failed');
/** Each check that failed with all it says, which a failing test then shows. */
const refusals = (checks: readonly CheckResult[]) => failed(checks).map(({ id, faults }) => `${id}: ${faults.map(({ where, what }) => `${where} ${what.en}`).join('\n')}`);
const forItsReason = (id: string) => [expect.stringMatching(new RegExp(`^${id}: .`))];

const broken = await Promise.all((await inFolder('broken')).map(async (file) => [file, (await import(new URL(file, folder('broken')).href)) as Broken] as const));
const packages: Readonly<Record<string, string>> = { 'missing-dependency': 'import', 'other-version': 'package', 'reaches-past': 'reach', 'styles-in-markup': 'strict-pages', 'timer-at-import': 'import', 'writes-at-import': 'import' };

test('a sound plugin passes every check that can be made of it', async () => {
  const { checks, passed } = await checkPlugin(wells());
  expect(refusals(checks)).toEqual([]);
  expect(passed).toBe(true);
  expect(checks.filter(({ state }) => state === 'left-out').map(({ id }) => id)).toEqual(['package', 'import', 'reach', 'strict-pages']);
});

test("the name of a thing may stand in tables and notices, once the plugin says that it is nobody's", { timeout: 120_000 }, async () => {
  const notPersonal = { 'wells.name': 'Tên của một cái giếng' };
  const { checks } = await checkPlugin(namedWells({ ...personalData, notPersonal }));
  expect(refusals(checks)).toEqual([]);
});

test.concurrent.each(broken)('%s is refused for its own reason and for no other', { timeout: 120_000 }, async (_, { breaks, plugin }) => {
  const declared = await checkDeclaration({ plugin });
  // What shows in the declaration needs no province; the rest is sound there and found out at work.
  const checks = failed(declared).length > 0 ? declared : (await checkPlugin(plugin)).checks;
  expect(refusals(checks)).toEqual(forItsReason(breaks));
});

test('every check has a plugin that it refuses', async () => {
  const { checks } = await checkPlugin(wells({ id: 'identity' }));
  expect(new Set([...broken.map(([, { breaks }]) => breaks), ...Object.values(packages)])).toEqual(new Set(checks.map(({ id }) => id)));
});

test('every broken package is tried', async () => {
  expect(await inFolder('broken-packages')).toEqual(Object.keys(packages));
});

test.each(Object.entries(packages))('the package %s is refused by "%s" and by nothing else', { timeout: 120_000 }, async (name, breaks) => {
  const { checks } = await checkSource(fileURLToPath(new URL(name, folder('broken-packages'))), { adminUrl: inject('adminUrl') });
  expect(refusals(checks)).toEqual(forItsReason(breaks));
});

test('a packed tarball is tried as a deployment would unpack it', { timeout: 60_000 }, async () => {
  const out = await mkdtemp(join(tmpdir(), 'tinhthong-tarball-'));
  try {
    await promisify(execFile)('npm', ['pack', fileURLToPath(folder('lamps')), '--pack-destination', out]);
    const { checks, plugin } = await checkSource(join(out, 'lamps-1.0.0.tgz'), { adminUrl: inject('adminUrl') });
    expect([plugin, failed(checks), checks.filter(({ state }) => state === 'left-out')]).toEqual(['lamps', [], []]);
  } finally {
    await rm(out, { recursive: true });
  }
});

test('a package that cannot be imported is refused before anything of it runs here', async () => {
  const lost = await checkSource(fileURLToPath(new URL('missing-dependency', folder('broken-packages'))), { adminUrl: inject('adminUrl') });
  expect(failed(lost.checks).map(({ id, faults }) => [id, faults[0]?.what.en])).toEqual([['import', expect.stringContaining('a-library-that-nobody-bundled')]]);
});

test('whoever reads a fault learns where it is, what is wrong and how to mend it, in both languages', async () => {
  const { checks } = await checkPlugin(broken[0]![1].plugin);
  for (const { title, why, faults } of failed(checks)) {
    for (const text of [title, why, ...faults.flatMap(({ what, mend }) => [what, mend])]) expect([text.vi, text.en]).toEqual([expect.stringMatching(/\p{L}/u), expect.stringMatching(/\w/)]);
    for (const { where } of faults) expect(where).not.toBe('');
  }
});

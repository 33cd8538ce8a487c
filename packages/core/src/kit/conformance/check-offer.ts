import type { Plugin } from '../../plugin/plugin.ts';
import { checkDeclaration } from './check-declaration.ts';
import { packageFile } from './source/package-file.ts';
import { quietImport } from './source/quiet-import.ts';
import { reach } from './source/reach.ts';
import { readSource } from './source/source.ts';
import { type CheckResult, tryCheck } from './try-check.ts';

/** The part of the check that needs no database, for whoever installs an unpacked package: the vendor has run the whole. */
export async function checkOffer(plugin: Plugin, folder: string): Promise<CheckResult[]> {
  const sourced = { plugin, source: await readSource(folder, true) };
  return [...(await checkDeclaration(sourced)), ...(await Promise.all([packageFile, quietImport, reach].map((check) => tryCheck(check, sourced))))];
}

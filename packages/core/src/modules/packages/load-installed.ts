import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type { Plugin } from '../../plugin/plugin.ts';
import type { RegistryTables } from '../../tenancy/registry-tables.ts';
import { loadPlugin, safeModeReason } from '../load-plugins.ts';
import { pluginAt } from '../plugin-at.ts';
import { inWordsOf } from '../plugin-texts.ts';
import type { MissingPlugin } from '../plugin-list.ts';
import { stuckImports } from '../watch/stuck-notes.ts';
import { linkPeers } from './link-peers.ts';
import { readPackageFile } from './package-file.ts';
import { type InstalledPlugin, readPackage } from './package-store.ts';
import { unpack } from './unpack.ts';

/** Where this node keeps a version of a plugin unpacked; versions lie side by side. */
export function pluginFolder(dataDir: string, plugin: string, version: string): string {
  return join(dataDir, 'plugins', plugin, version);
}

/** The plugins that were installed on the running deployment, each in its active version; unpacked here where that is still to be done. */
export async function loadInstalled(db: Kysely<RegistryTables>, installed: readonly InstalledPlugin[], options: { readonly dataDir: string; readonly safeMode?: boolean | undefined }): Promise<(Plugin | MissingPlugin)[]> {
  const { dataDir, safeMode } = options;
  if (safeMode) return installed.map(({ plugin }) => ({ id: plugin, reason: safeModeReason }));
  const stuck = await stuckImports(dataDir);
  return Promise.all(installed.map(({ plugin, version }) => loadPlugin(plugin, () => loadVersion(db, dataDir, plugin, version), stuck)));
}

/** Imports one version, beside whichever is active. */
export async function loadVersion(db: Kysely<RegistryTables>, dataDir: string, plugin: string, version: string): Promise<Plugin> {
  const folder = pluginFolder(dataDir, plugin, version);
  if (!existsSync(folder)) await unpack(await readPackage(db, plugin, version), folder);
  return importUnpacked(folder);
}

export async function importUnpacked(folder: string): Promise<Plugin> {
  await linkPeers(folder, await readPackageFile(folder));
  return inWordsOf(join(folder, 'translations'), await pluginAt(folder));
}

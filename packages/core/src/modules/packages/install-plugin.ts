import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gt, satisfies } from 'semver';
import type { OpenKernel } from '../../create-kernel.ts';
import { declarationFault } from '../../plugin/find-plugin.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { migrateProvinces, type MigrationOutcome } from '../../tenancy/migrate-provinces.ts';
import { coreVersion, pluginList } from '../plugin-list.ts';
import { importUnpacked, loadVersion } from './load-installed.ts';
import { notBundled, readPackageFile } from './package-file.ts';
import { activate, installedPlugins, removePackages, storePackage } from './package-store.ts';
import { unpack } from './unpack.ts';
import { integrityOf, signerOf } from './verify.ts';

export interface Offer {
  readonly tarball: Buffer;
  readonly signature?: Buffer | undefined;
  /** What the tarball must be, where the operator knows it from elsewhere. */
  readonly integrity?: string | undefined;
}

export interface InstallOptions {
  /** What the operator expects: a plugin that is new here, or the next version of one that is not. */
  readonly verb: 'install' | 'upgrade';
  readonly dataDir: string;
  /** Folder of the keys that this deployment trusts. */
  readonly keys: string | undefined;
  readonly actor: string;
  /** Judges the declaration before anything is stored; answers what is wrong with it. */
  readonly check: (plugin: Plugin, folder: string) => Promise<readonly string[]>;
}

export interface Installed {
  readonly plugin: Plugin;
  readonly former: string | null;
  readonly integrity: string;
  readonly signedBy: string | null;
  /** Of the provinces that have the module on. */
  readonly migrated: readonly MigrationOutcome[];
  /** Whether it runs from the next start of each node on; not where a province could not be brought along. */
  readonly activated: boolean;
}

const mostBytes = 64 * 1024 ** 2;

/**
 * Takes a vendor's package into the running deployment, for the first time or as the next version: judged, unpacked,
 * imported and checked, kept in the control database; then the provinces that have it on are migrated while the former
 * code still serves; only then its code is the active one. What fails before that leaves the former code running.
 */
export async function installPlugin(kernel: OpenKernel, offer: Offer, options: InstallOptions): Promise<Installed> {
  const { registry } = kernel;
  const { verb, dataDir, actor } = options;
  const { plugin, integrity, signedBy } = await judge(kernel, offer, options);
  const { id, version } = plugin;
  const before = (await installedPlugins(registry.db)).find((one) => one.plugin === id);
  if (before === undefined && verb === 'upgrade') throw new Error(`Chưa cài / not installed: ${id}. tinhthong plugin install`);
  if (before !== undefined && verb === 'install') throw new Error(`${id} ${before.version} đã cài / is installed already. tinhthong plugin upgrade`);
  if (before !== undefined && !gt(version, before.version)) {
    throw new Error(`${id} ${before.version} đang chạy; ${version} không mới hơn. Quay lui: tinhthong plugin rollback ${id} / ${before.version} is running, which is not older`);
  }
  await storePackage(registry.db, offer.tarball, { plugin: id, version, integrity, signedBy }, actor);
  const unpacked = await loadVersion(registry.db, dataDir, id, version);
  const migrated = (await migrateProvinces(withPlugin(kernel, unpacked))).filter(({ module }) => module === id);
  const activated = migrated.every(({ status }) => status === 'migrated' || status === 'current');
  if (activated) await turnTo(kernel, id, version, before?.version ?? null, actor);
  // Where the next version failed the former one is switched on again: the schema is as it was, or has only grown.
  else await migrateProvinces(kernel);
  return { plugin: unpacked, former: before?.version ?? null, integrity, signedBy, migrated, activated };
}

/** Goes back to the code of the version before. The schema stays: it has only grown, and the former code runs on it. */
export async function rollBackPlugin(kernel: OpenKernel, id: string, { dataDir, actor }: Pick<InstallOptions, 'dataDir' | 'actor'>): Promise<{ readonly from: string; readonly to: string }> {
  const { registry } = kernel;
  const now = (await installedPlugins(registry.db)).find(({ plugin }) => plugin === id);
  if (now === undefined) throw new Error(`Chưa cài / not installed: ${id}`);
  if (now.former === null) throw new Error(`${id} ${now.version} là phiên bản đầu; không có gì để quay lui / is the first version; there is nothing to go back to`);
  const { core } = await loadVersion(registry.db, dataDir, id, now.former);
  if (!satisfies(coreVersion, core)) throw new Error(`${id} ${now.former} cần nền tảng / needs core ${core}; hiện có / this is ${coreVersion}`);
  await turnTo(kernel, id, now.former, now.version, actor);
  return { from: now.version, to: now.former };
}

/** Takes a plugin off the deployment, once no province has it on. What provinces stored with it stays in their databases. */
export async function removePlugin(kernel: OpenKernel, id: string, { dataDir, actor }: Pick<InstallOptions, 'dataDir' | 'actor'>): Promise<void> {
  const { registry } = kernel;
  const users = registry.provinces().filter(({ modules }) => !['off', undefined].includes(modules.get(id)?.state));
  if (users.length > 0) throw new Error(`"${id}" chưa tắt ở / is not off in ${users.map((province) => province.id).join(', ')}`);
  if (!(await removePackages(registry.db, id, actor))) throw new Error(`Chưa cài / not installed: ${id}`);
  await rm(join(dataDir, 'plugins', id), { recursive: true, force: true });
  registry.bus.send({ topic: 'plugins', province: '' });
}

async function judge(kernel: OpenKernel, { tarball, signature, integrity }: Offer, { dataDir, keys, check }: InstallOptions) {
  if (tarball.length > mostBytes) throw new Error('Gói lớn quá 64 MB / the package is larger than 64 MB');
  const found = integrityOf(tarball);
  if (integrity !== undefined && integrity !== found) throw new Error(`Gói không phải gói được hẹn / the package is not the one expected: ${found}`);
  const signedBy = await signerOf(tarball, signature, keys);
  const room = await mkdtemp(join(dataDir, 'plugin-'));
  try {
    const folder = join(room, 'package');
    await unpack(tarball, folder);
    const file = await readPackageFile(folder);
    const missing = notBundled(folder, file);
    if (missing.length > 0) throw new Error(`Gói không mang theo / the package does not bundle: ${missing.join(', ')} (bundleDependencies)`);
    const plugin = await importUnpacked(folder);
    const fault = declarationFault(plugin);
    if (fault !== undefined) throw new Error(`Khai báo sai / wrong declaration: ${fault}`);
    if (plugin.version !== file.version) throw new Error(`package.json ghi / says ${file.version}, khai báo ghi / the declaration ${plugin.version}`);
    if (!satisfies(coreVersion, plugin.core)) throw new Error(`Cần nền tảng / needs core ${plugin.core}; hiện có / this is ${coreVersion}`);
    const faults = await check(plugin, folder);
    if (faults.length > 0) throw new Error(`Không qua kiểm tra / it does not pass the check:\n${faults.join('\n')}`);
    await refuseConfigured(kernel, plugin.id);
    return { plugin, integrity: found, signedBy };
  } finally {
    await rm(room, { recursive: true, force: true });
  }
}

/** What the configuration names is changed there. */
async function refuseConfigured({ plugins, registry }: OpenKernel, id: string): Promise<void> {
  const installed = await installedPlugins(registry.db);
  if (installed.some(({ plugin }) => plugin === id)) return;
  if (plugins.get(id) !== undefined || plugins.unavailable.has(id)) throw new Error(`"${id}" đã có trong tinhthong.config / is named by tinhthong.config already`);
}

/** This kernel as it will be, for migrating. */
function withPlugin(kernel: OpenKernel, plugin: Plugin): OpenKernel {
  return { ...kernel, plugins: pluginList([plugin, ...kernel.plugins.all.filter(({ id }) => id !== plugin.id)]) };
}

async function turnTo({ registry }: OpenKernel, id: string, version: string, former: string | null, actor: string): Promise<void> {
  await activate(registry.db, id, version, former, actor);
  registry.bus.send({ topic: 'plugins', province: '' });
}

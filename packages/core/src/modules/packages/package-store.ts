import type { Kysely } from 'kysely';
import { recordAct } from '../../tenancy/acts.ts';
import type { RegistryTables } from '../../tenancy/registry-tables.ts';

type Db = Kysely<RegistryTables>;

export interface StoredPackage {
  readonly plugin: string;
  readonly version: string;
  readonly integrity: string;
  readonly signedBy: string | null;
}

export interface InstalledPlugin {
  readonly plugin: string;
  readonly version: string;
  /** The version before it, which a roll-back goes to. */
  readonly former: string | null;
}

export function installedPlugins(db: Db): Promise<InstalledPlugin[]> {
  return db.selectFrom('registry.plugins').select(['plugin', 'version', 'former']).orderBy('plugin').execute();
}

/** Every version that is kept, the active ones among them. */
export function storedPackages(db: Db): Promise<StoredPackage[]> {
  return db.selectFrom('registry.plugin_packages').select(['plugin', 'version', 'integrity', 'signed_by as signedBy']).orderBy('plugin').orderBy('installed_at').execute();
}

export async function readPackage(db: Db, plugin: string, version: string): Promise<Buffer> {
  const row = await db.selectFrom('registry.plugin_packages').select('package').where('plugin', '=', plugin).where('version', '=', version).executeTakeFirst();
  if (row === undefined) throw new Error(`Không còn gói / the package is gone: ${plugin} ${version}`);
  return row.package;
}

/** Keeps a package. A version is never replaced by another of the same name: nodes may run it already. */
export async function storePackage(db: Db, tarball: Buffer, { plugin, version, integrity, signedBy }: StoredPackage, actor: string): Promise<void> {
  await db
    .insertInto('registry.plugin_packages')
    .values({ plugin, version, integrity, signed_by: signedBy, package: tarball, installed_by: actor })
    .onConflict((oc) => oc.doNothing())
    .execute();
  const kept = await db.selectFrom('registry.plugin_packages').select('integrity').where('plugin', '=', plugin).where('version', '=', version).executeTakeFirstOrThrow();
  if (kept.integrity !== integrity) throw new Error(`${plugin} ${version} đã có với nội dung khác; hãy tăng số phiên bản / is there already with other contents; raise its version`);
}

/** Names the version whose code runs from the next start of each node on. */
export async function activate(db: Db, plugin: string, version: string, former: string | null, actor: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('registry.plugins')
      .values({ plugin, version, former })
      .onConflict((oc) => oc.column('plugin').doUpdateSet({ version, former, changed_at: new Date() }))
      .execute();
    await recordAct(trx, { type: 'plugin.activated', actor, data: { plugin, version, former } });
  });
}

/** Takes a plugin away with all its versions. What provinces stored with it stays where it is. */
export async function removePackages(db: Db, plugin: string, actor: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx.deleteFrom('registry.plugins').where('plugin', '=', plugin).execute();
    const { numDeletedRows } = await trx.deleteFrom('registry.plugin_packages').where('plugin', '=', plugin).executeTakeFirst();
    if (numDeletedRows > 0n) await recordAct(trx, { type: 'plugin.removed', actor, data: { plugin } });
    return numDeletedRows > 0n;
  });
}

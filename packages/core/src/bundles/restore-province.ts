import { forgetAnchorsBeyond, withEventChain } from '../audit/audit-chains.ts';
import type { OpenKernel } from '../create-kernel.ts';
import { crashAt } from '../crash-at.ts';
import { partAt } from '../files/stored-parts.ts';
import { migrateModuleAs } from '../modules/switch-module.ts';
import { replayErasures } from '../personal-data/replay-erasures.ts';
import { Problem } from '../plugin/problem.ts';
import { recordAct } from '../tenancy/acts.ts';
import { alone } from '../tenancy/alone.ts';
import { asOwner } from '../tenancy/as-owner.ts';
import { recordRun } from '../tenancy/migration-runs.ts';
import { createDatabase, dropDatabase } from '../tenancy/province-database.ts';
import { migrateCore } from '../tenancy/provision.ts';
import type { Province } from '../tenancy/registry.ts';
import { type Bundle, damaged } from './bundle-reader.ts';
import { databaseFaults, portableClient, readDatabasePart } from './database-parts.ts';
import { requireMaker } from './made-bundles.ts';
import { registerRestored } from './register-restored.ts';
import { underAnotherName } from './under-another-name.ts';

export interface RestoreOptions {
  readonly bundle: Bundle;
  /** Default: the name that the bundle's province has. */
  readonly as?: string;
  /** Default: the bundle's own under its own name, none under another. */
  readonly hosts?: readonly string[];
  /** Default: the first that takes provinces and has room. */
  readonly server?: string;
  readonly actor: string;
  /** SHA-256 of the manifest as its maker told it, where the bundle was not made here. */
  readonly sha256?: string;
  /** Whose name is sealed into what the province keeps secret, where it is not to stay under `as`. */
  readonly sealedFor?: string;
}

/**
 * Makes a province from a bundle: rows and files are compared with what the manifest says before anybody may use it.
 * Then it is `suspended` until an operator resumes it: a copy must not do the original's work by accident. Sessions
 * are in no bundle; under another name the keys of the original's programs are revoked as well. Whoever was erased
 * since the bundle was made is erased again.
 *
 * What fails leaves nothing behind; what was killed is cleared away when it is tried again.
 */
export async function restoreProvince(kernel: OpenKernel, options: RestoreOptions): Promise<Province> {
  return buildProvince(kernel, options, async (made) => {
    const { id } = made;
    const end = await withEventChain(kernel, made, (chain) => chain.head());
    const { manifest, sha256 } = options.bundle;
    await kernel.registry.db.transaction().execute(async (trx) => {
      await trx.updateTable('registry.provinces').set({ state: 'suspended' }).where('id', '=', id).execute();
      await forgetAnchorsBeyond(trx, id, end);
      await recordAct(trx, { type: 'province.restored', actor: options.actor, province: id, data: { bundle: manifest.id, sha256, from: manifest.province!.id, end } });
    });
    await kernel.registry.changed(id);
    return kernel.registry.byId(id)!;
  });
}

/**
 * The same, up to a province that is whole and still `creating`: nobody has seen it. `use` makes something of it; what
 * is `creating` after that, or after a failure, is taken down again.
 */
export async function buildProvince<T>(kernel: OpenKernel, options: Omit<RestoreOptions, 'actor'>, use: (made: Province) => Promise<T>): Promise<T> {
  const { bundle, sha256 } = options;
  const { manifest } = bundle;
  await requireMaker(kernel, bundle, sha256);
  if (manifest.province === null) {
    throw new Problem(422, 'not-a-province', {
      vi: 'Gói này không phải của một tỉnh.',
      en: 'The bundle is not of a province.',
    });
  }
  const id = options.as ?? manifest.province.id;
  return alone(kernel.registry, `restore ${id}`, async () => {
    await clearAway(kernel, id);
    const province = await registerRestored(kernel, id, options);
    try {
      crashAt('restore-registered');
      await createDatabase(kernel.registry, province, new URL(province.url).password);
      crashAt('restore-database');
      await fill(kernel, province, bundle);
      crashAt('restore-filled');
      await bringUpToDate(kernel, province);
      const names = { from: manifest.province!.id, to: options.sealedFor ?? id };
      if (names.from !== names.to) await underAnotherName(kernel, province, names);
      await replayErasures(kernel, province);
      crashAt('restore-migrated');
      return await use(province);
    } finally {
      await takeDown(kernel, province);
    }
  });
}

/**
 * Removes a province that has not come into being. Whoever does not hear whether that was committed must not drop what
 * is in use: the row says so.
 */
async function takeDown(kernel: OpenKernel, province: Province): Promise<void> {
  const row = await kernel.registry.db.selectFrom('registry.provinces').select('state').where('id', '=', province.id).executeTakeFirst();
  if (row?.state !== 'creating') return;
  await kernel.pools.leave(province);
  await dropDatabase(kernel.registry, province);
  await kernel.files.removeAll(province.id);
  await kernel.registry.db.deleteFrom('registry.provinces').where('id', '=', province.id).execute();
  await kernel.registry.changed(province.id);
}

async function clearAway(kernel: OpenKernel, id: string): Promise<void> {
  const there = kernel.registry.byId(id);
  if (there === undefined) return;
  if (there.state !== 'creating') {
    throw new Problem(
      409,
      'province-exists',
      { vi: `Tỉnh "${id}" đã có.`, en: `The province "${id}" exists already.` },
      {
        detail: {
          vi: 'Dựng bằng tên khác (--as), hoặc thay chính nó (--in-place-of).',
          en: 'Restore it under another name (--as), or put it in its place (--in-place-of).',
        },
      },
    );
  }
  await takeDown(kernel, there);
}

async function fill(kernel: OpenKernel, province: Province, bundle: Bundle): Promise<void> {
  const client = await portableClient(kernel.registry.adminUrl(province.server, province.database), province.ownerRole);
  try {
    let files = 0;
    for await (const part of bundle.parts()) {
      if (await readDatabasePart(client, part, bundle.manifest.tables)) continue;
      const file = part.path.startsWith('files/') ? partAt(part.path) : undefined;
      if (file === undefined) for await (const _ of part.bytes);
      else {
        await kernel.files.restorePart(province.id, file, part.bytes);
        files += 1;
      }
    }
    const faults = await databaseFaults(client, bundle.manifest);
    if (faults.length > 0 || files !== bundle.manifest.files.stored) throw damaged(faults.join(', ') || 'files');
  } finally {
    await client.end();
  }
}

/** Rights of the new login, and whatever migrations this code has and the bundle's had not. */
async function bringUpToDate({ registry, plugins, log }: OpenKernel, province: Province): Promise<void> {
  const { id, loginRole, modules } = province;
  const onError = (error: Error) => log.warn({ province: id, err: error }, 'migration connection');
  await asOwner(registry, province, { onError }, async (owner) => {
    await recordRun(registry.db, { province: id, module: 'core', status: 'done', version: await migrateCore(owner, loginRole) });
    for (const { plugin: name, state } of modules.values()) {
      const plugin = plugins.get(name);
      if (plugin === undefined || state === 'off') continue;
      const migrated_to = await migrateModuleAs(owner, loginRole, plugin);
      const now = { migrated_to, version: plugin.version };
      await registry.db.updateTable('registry.modules').set(now).where('province', '=', id).where('plugin', '=', name).execute();
    }
  });
}

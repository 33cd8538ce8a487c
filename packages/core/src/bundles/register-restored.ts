import { randomBytes } from 'node:crypto';
import type { OpenKernel } from '../create-kernel.ts';
import { seal } from '../secrets/envelope.ts';
import { schemaOf } from '../database/migrate.ts';
import { Problem } from '../plugin/problem.ts';
import { serverFor } from '../tenancy/provision.ts';
import type { Province } from '../tenancy/registry.ts';
import { requireServer } from '../tenancy/servers.ts';
import { refuseTakenHosts } from '../tenancy/taken-hosts.ts';
import type { RestoreOptions } from './restore-province.ts';

/**
 * The row of a province that is about to be filled from a bundle, with its keys and modules.
 *
 * @throws Problem 422 for a name that no province can have, 409 where name or host is another's
 */
export async function registerRestored(kernel: OpenKernel, id: string, { bundle, hosts, server }: Omit<RestoreOptions, 'actor'>): Promise<Province> {
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(id)) {
    throw new Problem(422, 'invalid-input', {
      vi: `"${id}" không dùng làm tên tỉnh được: chỉ chữ thường, số và gạch nối, nhiều nhất 31 ký tự.`,
      en: `"${id}" cannot name a province: small letters, digits and hyphens only, 31 at most.`,
    });
  }
  const { registry } = kernel;
  const { province, modules } = bundle.manifest;
  const { code, profile, demo } = province!;
  const wanted = hosts ?? (id === province!.id ? province!.hosts : []);
  refuseTakenHosts(kernel, id, wanted);
  const unique = `tt_${schemaOf(id)}_${randomBytes(3).toString('hex')}`;
  const [firstKey, ...laterKeys] = bundle.dataKeys.toReversed();
  const values = {
    // Beside its original, a copy goes by its name.
    code: registry.provinces().some(({ tenant }) => tenant.code === code) ? id : code,
    state: 'creating' as const,
    hosts: [...wanted],
    profile: JSON.stringify(profile),
    server: server === undefined ? serverFor(registry) : requireServer(registry, server).id,
    database: unique,
    owner_role: `${unique}_owner`,
    login_role: `${unique}_login`,
    login_password: seal(registry.masterKey, `registry|provinces|login_password|${id}`, Buffer.from(randomBytes(24).toString('base64url'))),
    data_key: seal(registry.masterKey, `registry|provinces|data_key|${id}`, firstKey!),
    demo,
  };
  await registry.db.transaction().execute(async (trx) => {
    // One that was removed may come back under its name.
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('registry.provinces')
      .values({ id, ...values })
      .onConflict((oc) => oc.column('id').doUpdateSet(values).where('registry.provinces.state', '=', 'removed'))
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) {
      throw new Problem(409, 'province-exists', {
        vi: `Tỉnh "${id}" đã có.`,
        en: `The province "${id}" exists already.`,
      });
    }
    for (const [i, key] of laterKeys.entries()) {
      const version = i + 2;
      const sealed = seal(registry.masterKey, `registry|data_keys|key|${id}|${version}`, key);
      await trx.insertInto('registry.data_keys').values({ province: id, version, key: sealed }).execute();
    }
    for (const { plugin, version, state, settings, migratedTo } of modules) {
      const row = { province: id, plugin, version, state, settings: JSON.stringify(settings), migrated_to: migratedTo, reason: null };
      await trx.insertInto('registry.modules').values(row).execute();
    }
  });
  await registry.changed(id);
  return registry.byId(id)!;
}

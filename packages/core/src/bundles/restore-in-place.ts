import { forgetAnchorsBeyond, withEventChain } from '../audit/audit-chains.ts';
import type { Head } from '../audit/verify-chain.ts';
import { crashAt } from '../crash-at.ts';
import type { OpenKernel } from '../create-kernel.ts';
import { seal } from '../secrets/envelope.ts';
import { Problem } from '../plugin/problem.ts';
import { recordAct } from '../tenancy/acts.ts';
import { lockProvince } from '../tenancy/lock-province.ts';
import type { Province } from '../tenancy/registry.ts';
import { refuseWhileRemoved } from '../tenancy/removal.ts';
import { exchangePictures } from './exchange-pictures.ts';
import { buildProvince, type RestoreOptions } from './restore-province.ts';

type Replacement = Pick<RestoreOptions, 'bundle' | 'actor'> & { readonly end: Head };

export interface InPlace {
  readonly restored: Province;
  /** Name of the province that keeps what was there before. */
  readonly before: string;
}

/**
 * Puts a bundle in the place of a suspended province. What was there before becomes a province of its own, suspended
 * and without hosts, until two persons remove it: nobody destroys data by restoring some.
 *
 * @throws Problem 409 while the province serves or moves, 422 where the bundle is sealed by keys that it has not
 */
export async function restoreInPlace(kernel: OpenKernel, target: Province, options: Omit<RestoreOptions, 'as' | 'hosts' | 'sealedFor'>): Promise<InPlace> {
  const { bundle, server = target.server, actor } = options;
  refuseUnlessAtRest(target);
  if (!bundle.dataKeys.every((key) => target.dataKeys.some((own) => own.equals(key)))) {
    throw new Problem(
      422,
      'other-keys',
      { vi: `Gói này không phải của "${target.id}": khóa dữ liệu khác.`, en: `The bundle is not of "${target.id}": its data keys are others.` },
      { detail: { vi: 'Dựng bằng tên khác: --as.', en: 'Restore it under another name: --as.' } },
    );
  }
  const building = {
    ...options,
    server,
    // Whichever of the two gets which database: what was sealed in either opens.
    bundle: { ...bundle, dataKeys: target.dataKeys },
    as: nameBefore(kernel, target.id),
    hosts: [],
    sealedFor: target.id,
  };
  return buildProvince(kernel, building, async (made) => {
    await exchangePictures(kernel.files, made.id, target.id);
    crashAt('replace-copied');
    const end = await withEventChain(kernel, made, (chain) => chain.head());
    await changePlaces(kernel, target, made, { bundle, actor, end });
    crashAt('replace-switched');
    for (const id of [target.id, made.id]) await kernel.registry.changed(id);
    return { restored: kernel.registry.byId(target.id)!, before: made.id };
  });
}

function refuseUnlessAtRest(target: Pick<Province, 'id' | 'state' | 'move'>): void {
  if (target.state !== 'suspended') {
    throw new Problem(
      409,
      'province-serves',
      { vi: `Tỉnh "${target.id}" đang phục vụ.`, en: `The province "${target.id}" is serving.` },
      { detail: { vi: `Tạm ngừng trước: tinhthong tenant suspend ${target.id}`, en: `Suspend it first: tinhthong tenant suspend ${target.id}` } },
    );
  }
  if (target.move !== null) {
    throw new Problem(409, 'province-moves', {
      vi: `Tỉnh "${target.id}" đang chuyển máy chủ.`,
      en: `The province "${target.id}" is moving to another server.`,
    });
  }
}

/** The first name that is free, or was left by an attempt that was killed: the wrong bundle must not bar the right one. */
function nameBefore({ registry }: OpenKernel, id: string): string {
  for (let n = 1; ; n += 1) {
    const name = `${id.slice(0, 20)}-before${n === 1 ? '' : `-${n}`}`;
    const state = registry.byId(name)?.state;
    if (state === undefined || state === 'creating') return name;
  }
}

/** In one transaction: there is no moment at which either of them is nowhere. */
async function changePlaces({ registry }: OpenKernel, target: Province, made: Province, { bundle, actor, end }: Replacement): Promise<void> {
  const home = ({ server, database, ownerRole, loginRole, url }: Province, id: string) => ({
    server,
    database,
    owner_role: ownerRole,
    login_role: loginRole,
    login_password: seal(registry.masterKey, `registry|provinces|login_password|${id}`, Buffer.from(new URL(url).password)),
  });
  await registry.db.transaction().execute(async (trx) => {
    // The copy took its time, and others may have resumed, moved or replaced the province meanwhile.
    const state = await lockProvince(trx, target);
    const move = await trx.selectFrom('registry.moves').select('step').where('province', '=', target.id).executeTakeFirst();
    refuseUnlessAtRest({ id: target.id, state, move: move?.step ?? null });
    await refuseWhileRemoved(trx, target.id);
    const update = (id: string, values: object) => trx.updateTable('registry.provinces').set(values).where('id', '=', id).execute();
    const rename = (from: string, to: string) => trx.updateTable('registry.modules').set({ province: to }).where('province', '=', from).execute();
    // No two rows may have one name at any moment of it.
    await update(target.id, { database: `${target.database}~`, owner_role: `${target.ownerRole}~`, login_role: `${target.loginRole}~` });
    await update(made.id, { ...home(target, made.id), state: 'suspended' });
    await update(target.id, home(made, target.id));
    const before = await trx.deleteFrom('registry.modules').where('province', '=', target.id).returningAll().execute();
    await rename(made.id, target.id);
    for (const { settings, ...row } of before) {
      await trx.insertInto('registry.modules').values({ ...row, settings: JSON.stringify(settings), province: made.id }).execute();
    }
    await forgetAnchorsBeyond(trx, target.id, end);
    const data = { bundle: bundle.manifest.id, sha256: bundle.sha256, before: made.id, end };
    await recordAct(trx, { type: 'province.replaced', actor, province: target.id, data });
  });
}

import type { Kernel } from '../kernel.ts';
import { Problem } from '../plugin/problem.ts';
import { recordAct } from '../tenancy/acts.ts';
import type { Manifest } from './bundle-format.ts';

export interface MadeBundle {
  readonly manifest: Manifest;
  /** Of the manifest, which stands for all of it. */
  readonly sha256: string;
}

export type BundleKind = 'export' | 'backup' | 'control';

/** Notes down that a bundle was made: what a removal waits for, and what tells how old the last backup is. */
export async function rememberBundle({ registry }: Kernel, { manifest, sha256 }: MadeBundle, { kind, actor }: { kind: BundleKind; actor: string }): Promise<void> {
  const province = manifest.province?.id ?? null;
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  await registry.db.transaction().execute(async (trx) => {
    const row = { id: manifest.id, province, kind, made_at: new Date(manifest.madeAt), rows, files: manifest.files.stored };
    await trx.insertInto('registry.bundles').values({ ...row, sha256: Buffer.from(sha256, 'hex'), drilled_at: null }).execute();
    await recordAct(trx, { type: 'bundle.made', actor, ...(province !== null && { province }), data: { bundle: manifest.id, kind, sha256 } });
  });
}

/**
 * A bundle is SQL that a restore runs, and whoever knows its passphrase can make another that opens as well. So it is
 * one that was made here, or the one whose hash its maker told by another way.
 *
 * @throws Problem 422 where it is neither
 */
export async function requireMaker({ registry }: Kernel, { manifest, sha256 }: MadeBundle, told?: string): Promise<void> {
  const madeHere = () =>
    registry.db.selectFrom('registry.bundles').select('id').where('id', '=', manifest.id).where('sha256', '=', Buffer.from(sha256, 'hex')).executeTakeFirst();
  if (told === undefined ? await madeHere() : told === sha256) return;
  throw new Problem(
    422,
    'bundle-unknown',
    told === undefined
      ? { vi: 'Gói này không phải do hệ thống này tạo, và gói chứa SQL sẽ được chạy ở đây.', en: 'This deployment did not make the bundle, and its SQL would run here.' }
      : { vi: 'Mã SHA-256 đã cho không phải của gói này.', en: 'The SHA-256 that was given is not that of this bundle.' },
    {
      detail: {
        vi: 'Hỏi nơi tạo gói mã SHA-256 mà lệnh export hay backup đã in ra, bằng một đường khác, rồi thêm --sha256 <mã>.',
        en: 'Ask whoever made it, by another way, for the SHA-256 that export or backup printed, and add --sha256 <hash>.',
      },
    },
  );
}

export interface BackupAge {
  readonly province: string;
  readonly madeAt: Date | null;
  /** When a backup of the province was last restored on trial and found whole. */
  readonly drilledAt: Date | null;
}

/** How old the newest backup of each province is, and its last trial. */
export async function backupAges({ registry }: Pick<Kernel, 'registry'>): Promise<BackupAge[]> {
  const rows = await registry.db
    .selectFrom('registry.bundles')
    .select((eb) => ['province', eb.fn.max('made_at').as('madeAt'), eb.fn.max('drilled_at').as('drilledAt')])
    .where('kind', '=', 'backup')
    .groupBy('province')
    .execute();
  return registry.provinces().map(({ id }) => {
    const row = rows.find(({ province }) => province === id);
    return { province: id, madeAt: row?.madeAt ?? null, drilledAt: row?.drilledAt ?? null };
  });
}

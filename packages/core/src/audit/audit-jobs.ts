import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import { provinceOf } from '../modules/province-of.ts';
import type { Job } from '../plugin/plugin.ts';
import { anchorDay } from './audit-chains.ts';

/** What the audit needs done by itself, in every province. */
export function auditJobs(kernel: () => Kernel): Readonly<Record<string, Job>> {
  return {
    'anchor-log': {
      title: { vi: 'Ghi mốc của nhật ký ra nơi lưu bên ngoài', en: 'Anchor the log outside' },
      cron: '50 23 * * *',
      timeoutSeconds: 60,
      run: (ctx) => anchorDay(kernel(), provinceOf(kernel(), ctx)),
    },
    'tally-refused-sign-ins': {
      title: { vi: 'Đếm lần đăng nhập sai', en: 'Count refused sign-ins' },
      cron: '0 * * * *',
      timeoutSeconds: 30,
      run: (ctx) => tallyRefused(ctx as unknown as CoreContext),
    },
  };
}

/** Once an hour, so that whoever tries a million passwords writes no million lines; without a word of whom or where from. */
async function tallyRefused(ctx: CoreContext): Promise<void> {
  const { rows } = await sql<{ places: number; failures: number }>`
    select count(*)::int as places, coalesce(sum(failures), 0)::int as failures from identity.sign_in_places
    where failures > 0 and failed_at > ${ctx.now()}::timestamptz - interval '1 hour'
  `.execute(ctx.db);
  const { places, failures } = rows[0]!;
  if (places === 0) return;
  await ctx.change(async (trx) => {
    ctx.publish(trx, 'sign-in.refused', { subject: 'sign-in', data: { places, failures } });
    return null;
  });
}

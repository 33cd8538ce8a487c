import { timeOrderedId } from '../database/time-ordered-id.ts';
import { barePlugin } from './bare-plugin.ts';
import type { TestProvince } from './test-site.ts';
import type { Address, Telling } from '../plugin/context.ts';
import type { Channel, Plugin } from '../plugin/plugin.ts';

const words = (what: string) => ({ subject: { vi: `${what}: {code}`, en: `News: {code}` }, body: { vi: `${what} về {code}.`, en: 'News of {code}.' } });
const everywhere = ['email', 'push', 'sms', 'chat'] as const satisfies readonly Channel[];

/** A module that has something to say; whom its subjects belong to is what the test puts there. */
export function noticesPlugin(owners: Map<string, Address>): Plugin {
  return barePlugin({
    id: 'tides',
    title: { vi: 'Triều cường', en: 'Tides' },
    messages: {
      news: { title: { vi: 'Tin thường', en: 'News' }, channels: everywhere, template: words('Tin') },
      alarm: { title: { vi: 'Báo động', en: 'Alarm' }, channels: everywhere, urgent: true, template: words('Báo động') },
      digest: { title: { vi: 'Tin gộp', en: 'Digest' }, channels: ['email'], digest: 'hourly', template: words('Tin gộp') },
    },
    addressOf: async (ctx, subject) => owners.get(`${ctx.tenant.id}/${subject}`),
  });
}

/** Tells somebody something, as the module's own change would. */
export async function tell(at: TestProvince, message: string, telling: Partial<Telling> & Pick<Telling, 'to'>): Promise<void> {
  await at.inside('tides', (ctx) =>
    ctx.change(async (trx) => {
      ctx.tell(trx, message, { data: { code: `T-${timeOrderedId().slice(-6)}` }, ...telling });
      return null;
    }),
  );
}

export async function accountOf(at: TestProvince, name: string): Promise<string> {
  return at.database(async ({ db }) => (await db.selectFrom('identity.user').select('id').where('email', '=', `${name}@${at.id}.example`).executeTakeFirstOrThrow()).id);
}

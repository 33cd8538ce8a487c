import type { Insertable, Selectable } from 'kysely';
import { timeOrderedId } from '../database/time-ordered-id.ts';
import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import { provinceOf } from '../modules/province-of.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { channelsOf } from './channels.ts';
import type { Place } from './outgoing.ts';
import { choiceOf } from './preferences.ts';
import { nextDigest } from './quiet-hours.ts';
import { recipientsOf } from './recipients.ts';

type NewSend = Omit<Insertable<ProvinceTables['core.sends']>, 'message'>;

/** Notes for whom and on which channels a message is to be sent; what goes to nobody leaves no trace. */
export async function addressMessage(kernel: Kernel, ctx: CoreContext, id: string): Promise<void> {
  const province = provinceOf(kernel, ctx);
  await kernel.pools.use(province, async (database) => {
    const message = await database.db.selectFrom('core.messages').selectAll().where('id', '=', id).executeTakeFirst();
    if (message === undefined) return;
    const sends = await sendsOf({ kernel, province, database }, message, ctx.now());
    await ctx.change(async (trx) => {
      if (sends.length === 0) await trx.deleteFrom('core.messages').where('id', '=', id).execute();
      else await trx.insertInto('core.sends').values(sends.map((send) => ({ ...send, message: id }))).execute();
      for (const { id: send, state } of sends) if (state === 'waiting') ctx.enqueue(trx, 'send-message', { send });
      return null;
    });
  });
}

async function sendsOf(place: Place, message: Selectable<ProvinceTables['core.messages']>, now: Date): Promise<NewSend[]> {
  const plugin = place.kernel.moduleOn(place.province, message.plugin);
  const declared = plugin?.messages?.[message.kind];
  if (plugin === undefined || declared === undefined) return [];
  const channels = (await channelsOf(place.database.db)).filter(({ on, channel }) => on && declared.channels.includes(channel));
  const recipients = await recipientsOf(place, plugin, message);
  return recipients.flatMap(({ account, addresses, preferences }) =>
    channels.flatMap(({ channel }): NewSend[] => {
      const choice = choiceOf(`${plugin.id}/${message.kind}`, declared, channel, preferences);
      if (addresses[channel] === undefined || choice === 'off') return [];
      const when = choice === 'on' ? { state: 'waiting' as const, due_at: now } : { state: 'held' as const, due_at: nextDigest(now, choice) };
      return [{ id: timeOrderedId(), channel, account, created_at: now, ...when }];
    }),
  );
}

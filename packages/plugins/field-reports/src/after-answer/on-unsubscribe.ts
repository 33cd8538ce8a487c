import type { ReportContext } from '../module.ts';

/** Ending a letter at one press ends the subscription that it came from: nothing is kept of an address that wants no more. */
export async function onUnsubscribe(ctx: ReportContext, subject: string): Promise<void> {
  const id = /^(?:subscription|asked):([0-9a-f-]{36})$/.exec(subject)?.[1];
  if (id === undefined) return;
  await ctx.change(async (trx) => {
    // An account has its own choice of messages, which the core has changed.
    await trx.deleteFrom('subscriptions').where('id', '=', id).where('account', 'is', null).execute();
    return null;
  });
}

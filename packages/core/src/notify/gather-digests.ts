import { sql } from 'kysely';
import type { CoreContext } from '../core-module/routes/core-route.ts';

/** So many messages in one digest; what is left goes into the next one. */
const mostInOne = 50;

/** What is held for the same reader on the same channel becomes one sending, led by the oldest. */
export async function gatherDigests(ctx: CoreContext): Promise<void> {
  const now = ctx.now();
  await ctx.change(async (trx) => {
    const { rows } = await sql<{ lead: string }>`
      with due as (
        select send.id, first_value(send.id) over reader as lead, row_number() over reader as place
        from core.sends as send join core.messages as message on message.id = send.message
        where send.state = 'held' and send.due_at <= ${now}
        window reader as (
          partition by send.channel, send.account, case when send.account is null then message.plugin || '/' || message.subject end
          order by send.created_at, send.id
        )
      )
      update core.sends as send set
        state = case when due.id = due.lead then 'waiting' else 'gathered' end,
        lead = case when due.id = due.lead then null else due.lead end
      from due where due.id = send.id and due.place <= ${mostInOne}
      returning case when due.id = due.lead then due.id end as lead
    `.execute(trx);
    for (const { lead } of rows) if (lead !== null) ctx.enqueue(trx, 'send-message', { send: lead });
    return null;
  });
}

import { createHash } from 'node:crypto';
import { created, Problem, textOf, timeOrderedId } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { subscribe } from '../after-answer/subscriptions.ts';
import { phoneOf } from '../intake/phone-of.ts';
import { consentVersion } from '../intake/submit.ts';
import { type ReportContext, type ReportTrx, route } from '../module.ts';
import { byCode, code, followUp } from '../shapes.ts';
import { hashOfSecret, voiceSecret } from './standing.ts';

/** So many nameless voices from one address count at one report: a household or a shop, not a script. */
const mostNameless = 3;

const voiceContact = z.strictObject({ phone: z.string().max(30).optional(), email: z.email().max(200).optional(), consent: z.literal(consentVersion) });

export const joinReport = route({
  method: 'post',
  path: '/reports/{code}/join',
  access: 'public',
  embed: true,
  perMinute: 20,
  summary: { vi: 'Cùng việc này: góp một tiếng nói vào phản ánh đã có', en: 'The same with me: add a voice to a report that is there' },
  params: byCode,
  body: z.strictObject({
    remark: textOf(0, 4_000).optional().meta({ description: 'Điều muốn nói thêm, cho cán bộ / what there is to add, for staff' }),
    contact: voiceContact.optional(),
  }),
  answers: {
    201: {
      description: 'Phản ánh được góp vào (phản ánh cuối, nếu đã gộp), và mã bí mật riêng của tiếng nói này / the report that was joined (the last, where it was merged), and a secret of this voice alone',
      schema: z.object({ code, followUp, voices: z.int() }).meta({ id: 'JoinedReport' }),
    },
  },
  async handle(ctx, { params, body }) {
    const { contact } = body;
    const account = ctx.actor.kind === 'account' ? ctx.actor.id : null;
    const phone = contact?.phone ? phoneOf(contact.phone, 'body.contact.phone') : null;
    const email = contact?.email ?? null;
    const id = timeOrderedId();
    const joined = await ctx.change(async (trx) => {
      const report = await lastOf(trx, params.code);
      const known = account === null ? undefined : await trx.selectFrom('voices').select('id').where('report', '=', report.id).where('account', '=', account).executeTakeFirst();
      if (known !== undefined) return { code: report.code, id: known.id, voices: report.voices };
      if (account !== null && account === report.reporter) throw ownReport();
      const person = personOf(ctx, { account, phone, email });
      const counted = await countsOnce(trx, report.id, person, account ?? phone ?? email);
      const row = { id, report: report.id, account, person, counted, remark: body.remark || null, secret_hash: hashOfSecret(voiceSecret(ctx, id)), joined_at: ctx.now() };
      await trx.insertInto('voices').values(row).execute();
      // Each by itself: who confirms a mailbox says nothing of whose the telephone is.
      const followers = account !== null ? [{ account }] : [email !== null && { email }, phone !== null && { phone }].filter((one) => one !== false);
      for (const follower of followers) await subscribe(ctx, trx, { report: report.id }, { ...follower, voice: id, consentVersion: contact?.consent });
      const voices = report.voices + (counted ? 1 : 0);
      if (counted) {
        await trx.updateTable('reports').set({ voices, updated_at: ctx.now() }).where('id', '=', report.id).execute();
        ctx.publish(trx, 'report.joined', { subject: report.id, agency: report.agency, data: { category: report.category, voices } });
      }
      return { code: report.code, id, voices };
    });
    // Derived afterwards: what a change returns is kept for repeats of its key.
    return created({ code: joined.code, voices: joined.voices, followUp: voiceSecret(ctx, joined.id) });
  },
});

/** The public report itself, or the last that it was merged into, locked. */
async function lastOf(trx: ReportTrx, code: string) {
  const last = await trx
    .selectFrom('reports')
    .select(['id', 'code', 'category', 'agency', 'reporter', 'voices', 'state'])
    .where('id', '=', sql<string>`(select field_reports.last_of(named.id) from field_reports.reports as named where named.code = ${code} and named.public)`)
    .where('public', '=', true)
    .forUpdate()
    .executeTakeFirst();
  if (last === undefined) throw reportNotFound();
  // Merged while we waited for it.
  if (last.state === 'merged') throw new Problem(409, 'try-again', { vi: 'Phản ánh này vừa được gộp, xin thử lại.', en: 'This report has just been merged, please try again.' });
  return last;
}

function personOf(ctx: ReportContext, { account, phone, email }: { account: string | null; phone: string | null; email: string | null }): string {
  const who = account !== null ? ['account', account] : phone !== null ? ['phone', phone] : email !== null ? ['email', email.toLowerCase()] : ['address', ctx.caller];
  return createHash('sha256').update(ctx.derive(`person|${who.join('|')}`)).digest('base64url');
}

/** Nobody is turned away, and nobody learns whether an address has joined before: a second voice is a voice, and does not count. */
async function countsOnce(trx: ReportTrx, report: string, person: string, named: string | null): Promise<boolean> {
  const { count } = await trx.selectFrom('voices').select(({ fn }) => fn.countAll<string>().as('count')).where('report', '=', report).where('person', '=', person).where('counted', '=', true).executeTakeFirstOrThrow();
  return Number(count) < (named === null ? mostNameless : 1);
}

function ownReport(): Problem {
  return new Problem(409, 'own-report', { vi: 'Đây là phản ánh của chính bạn; hãy theo dõi nó.', en: 'This is your own report; please follow it.' });
}

import { createHash } from 'node:crypto';
import { forbidden } from '@tinhthong/core';
import { sql } from 'kysely';
import { isReporter } from '../after-answer/follow-up.ts';
import type { ReportContext, ReportTrx } from '../module.ts';

type Reads = Pick<ReportTrx, 'selectFrom' | 'getExecutor'>;

/**
 * How somebody belongs to a report: they sent it, they sent one that was merged into it, or they joined it (or one that
 * was merged into it) with a voice.
 */
export type Standing =
  | { readonly as: 'reporter' }
  | { readonly as: 'merged-reporter'; readonly report: string }
  | { readonly as: 'voice'; readonly voice: string };

/** The secret of one voice, derived as that of a report is; of it only a hash is stored, to find the voice by. */
export const voiceSecret = (ctx: ReportContext, voice: string): string => ctx.derive(`voice|${voice}`).slice(0, 16);
export const hashOfSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** By their account or by the secret they were given; undefined for everybody else. */
export async function standingOf(ctx: ReportContext, db: Reads, report: { id: string; reporter: string | null }, followUp: string | undefined): Promise<Standing | undefined> {
  if (isReporter(ctx, report, followUp)) return { as: 'reporter' };
  const account = ctx.actor.kind === 'account' ? ctx.actor.id : null;
  if (followUp === undefined && account === null) return undefined;
  const secret = hashOfSecret(followUp ?? '');
  const { rows: voices } = await sql<{ id: string }>`
    select voice.id from field_reports.voices as voice
    where voice.report in (select field_reports.gathered_in(${report.id})) and (voice.secret_hash = ${secret} or voice.account = ${account}::text)
    limit 1
  `.execute(db);
  if (voices[0] !== undefined) return { as: 'voice', voice: voices[0].id };
  const { rows: merged } = await sql<{ id: string; reporter: string | null }>`
    select id, reporter from field_reports.reports where id in (select field_reports.gathered_in(${report.id})) and id <> ${report.id} limit 1000
  `.execute(db);
  const own = merged.find((source) => isReporter(ctx, source, followUp));
  return own && { as: 'merged-reporter', report: own.id };
}

/** @throws Problem 403 for whoever neither sent nor joined it */
export async function authorizeStanding(ctx: ReportContext, db: Reads, report: { id: string; reporter: string | null }, followUp: string | undefined): Promise<Standing> {
  const standing = await standingOf(ctx, db, report, followUp);
  if (standing === undefined) throw forbidden();
  return standing;
}

import { sql } from 'kysely';
import { followUpCode } from '../after-answer/follow-up.ts';
import type { ReportContext } from '../module.ts';
import { keepItem } from './keep-item.ts';
import { type NewReport, type Submitted, valuesOf } from './submit.ts';

/**
 * A form whose trap was filled in is answered as any other, and waits for a person where nobody else sees it. Should a
 * browser have filled in the trap for somebody, staff take it in, under the very code that was answered.
 */
export async function hold(ctx: ReportContext, report: NewReport): Promise<Submitted> {
  const values = await valuesOf(ctx, report);
  const held = await ctx.change(async (trx) => {
    const { rows } = await sql<{ code: string }>`select ${values.code_prefix} || lpad(nextval('field_reports.report_numbers')::text, 7, '0') as code`.execute(trx);
    const { id, code } = await keepItem(ctx, trx, {
      id: values.id,
      kind: 'suspect',
      channel: report.channel,
      code: rows[0]!.code,
      fingerprint: values.fingerprint,
      category: values.category,
      commune: values.commune,
      ...(values.place_exact && { lat: values.lat, lon: values.lon }),
      address: values.address,
      description: values.description,
      photos: report.photos,
      sender_name: values.name,
      sender_phone: values.phone,
      sender_email: values.email,
      consent_version: values.consent_version,
    });
    return { id, code: code! };
  });
  return { code: held.code, followUp: followUpCode(ctx, held.id), status: 'submitted', agency: values.agency, commune: values.commune, dueAt: values.due_at.toISOString() };
}

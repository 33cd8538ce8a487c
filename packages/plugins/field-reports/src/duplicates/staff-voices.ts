import { sql } from 'kysely';
import { z } from 'zod';
import type { Report } from '../handling/move-report.ts';
import type { ReportContext } from '../module.ts';
import { maskFor } from '../privacy/mask-for.ts';
import { code, time } from '../shapes.ts';

const mostRemarks = 50;

/** Of everybody else who said the same, as staff see it: how many, what they added, never who. */
export const staffVoices = {
  voices: z.int().meta({ description: 'Số người cùng báo thêm / how many more people said the same' }),
  mergedInto: code.nullable(),
  mergedHere: z.array(code).meta({ description: 'Đã gộp vào đây / merged into this one' }),
  voiceRemarks: z.array(z.object({ at: time, text: z.string() })).meta({ description: 'Điều người cùng báo nói thêm, đã che / what they added, masked' }),
};

export async function voicesForStaff(ctx: ReportContext, { id, category, voices, merged_into }: Pick<Report, 'id' | 'category' | 'voices' | 'merged_into'>) {
  const { rows } = await sql<{ mergedInto: string | null; mergedHere: string[]; remarks: { at: string; text: string }[] }>`
    select (select code from field_reports.reports where id = field_reports.last_of(${id}) and id <> ${id}) as "mergedInto",
      coalesce((select array_agg(code order by merged_at) from field_reports.reports where id in (select field_reports.gathered_in(${id})) and id <> ${id}), '{}') as "mergedHere",
      coalesce((select json_agg(said) from (
        select joined_at as at, remark as text from field_reports.voices
        where report in (select field_reports.gathered_in(${id})) and remark is not null order by joined_at desc limit ${mostRemarks}
      ) as said), '[]') as remarks
  `.execute(ctx.db);
  const { mergedInto = null, mergedHere = [], remarks = [] } = rows[0] ?? {};
  const voiceRemarks = await Promise.all(remarks.map(async ({ at, text }) => ({ at: new Date(at).toISOString(), text: await maskFor(ctx, category, text) })));
  return { voices, mergedInto: merged_into === null ? null : mergedInto, mergedHere, voiceRemarks };
}

import type { TestProvince } from '@tinhthong/core/testing';
import { csvColumns } from '../../packages/plugins/field-reports/src/bulk-csv/columns.ts';
import type { TwinReport } from './twin.ts';

/** What a twin has for foreign clients: a key that writes, a token, and imports of files. */
export interface Open311Things {
  readonly key: string;
  readonly token: string;
  readonly imports: Readonly<Record<'read' | 'run' | 'runOnPage', string>>;
}

export const csvOf = (id: string, mark: string): string =>
  `${csvColumns.join(',')}\r\n${id},2026-01-05T08:00:00+07:00,,,open,,web,road-damage,,"Ổ gà, ${mark}",,Lê Lợi,,\r\n`;

export async function makeOpen311Things(site: TestProvince, staff: string, { mark, report }: { readonly mark: string; readonly report: TwinReport }): Promise<Open311Things> {
  await site.database(({ pool }) =>
    pool.query(
      `insert into field_reports.category_questions (category, code, position, kind, question) values ($1, 'how-long', 1, 'string', jsonb_build_object('vi', $1::text))`,
      [mark],
    ),
  );
  // The clock of these tests stands still, and what has changed is seen two seconds later.
  await site.database(({ pool }) => pool.query(`update field_reports.report_changes set noticed_at = noticed_at - interval '1 minute', shown_at = shown_at - interval '1 minute'`));
  const send = async (id: string) => {
    const answer = await site.request('/api/field-reports/imports', { method: 'POST', as: staff, headers: { 'content-type': 'text/csv' }, body: csvOf(id, mark) });
    if (!answer.ok) throw new Error(`${site.id}: import ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { id: string }).id;
  };
  return {
    key: await site.key(['open311:write']),
    token: await site.inside('field-reports', async (ctx) => ctx.cursors.seal('open311 token', [report.code])),
    imports: { read: await send('CU-1'), run: await send('CU-2'), runOnPage: await send('CU-3') },
  };
}

export const open311Marks = ({ imports }: Open311Things): string[] => Object.values(imports);

import { randomUUID } from 'node:crypto';
import type { TestProvince } from '@tinhthong/core/testing';
import { subscriptionToken } from '../../packages/plugins/field-reports/src/after-answer/subscriptions.ts';
import type { Twin } from './twin.ts';

/** Tokens of subscriptions of a twin, one for each use that it does not outlive. */
export interface AfterAnswerThings {
  readonly confirm: string;
  readonly confirmOnPage: string;
  readonly mine: string;
  readonly end: string;
}

/** Reports whose reporters may, and do, ask the supervisor; and subscriptions at an address that both provinces know. */
export async function makeAfterAnswerThings(site: TestProvince, mark: string, reports: Twin['reports']): Promise<AfterAnswerThings> {
  const ids = { confirm: randomUUID(), confirmOnPage: randomUUID(), mine: randomUUID(), end: randomUUID() };
  await site.database(async ({ pool }) => {
    await pool.query('update field_reports.reports set reopened = 2 where code = any($1)', [[reports.dispute.code, reports.review.code, reports.reviewOnPage.code]]);
    await pool.query('update field_reports.reports set disputed_at = now() where code = any($1)', [[reports.review.code, reports.reviewOnPage.code]]);
    await pool.query(
      `insert into field_reports.subscriptions (id, category, email, language, created_at, confirmed_at)
       select id::uuid, $2, name || '@vidu.vn', 'vi', now(), case when name not like 'confirm%' then now() end from jsonb_each_text($1) as given(name, id)`,
      [JSON.stringify(ids), mark],
    );
  });
  const tokens = await site.inside('field-reports', async (ctx) => Object.entries(ids).map(([name, id]) => [name, subscriptionToken(ctx as never, id)]));
  return Object.fromEntries(tokens) as unknown as AfterAnswerThings;
}

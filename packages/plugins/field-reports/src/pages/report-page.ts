import { page, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { readReport } from '../reading/read-report.ts';
import { code as codeShape } from '../shapes.ts';
import type { PageRequest, Shown } from './environment.ts';
import { categoryName, namesOf } from './names.ts';
import { reportView } from './report-view.ts';

/** `/phan-anh/<code>`: one public report. */
export async function reportPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const code = c.req.param('code') ?? '';
  // What cannot be a code is an address where nothing is, rather than a mistake in a form.
  if (!codeShape.safeParse(code).success) throw reportNotFound();
  const [names, found] = await Promise.all([namesOf(ctx), c.get('call')(readReport, { params: { code } })]);
  const report = found as Shown;
  return page(c, {
    title: `${categoryName(say, names, report.category)} ${report.code}`,
    keep: true,
    summary: report.text.slice(0, 160),
    body: html`<div class="wrap">${reportView(say, names, report, ctx.now())}
<p class="actions"><a class="button second" href="/phan-anh/${report.code}/cung-viec">${say('Tôi cũng gặp việc này', 'The same with me')}</a></p>
<section class="notice"><h2>${say('Bạn là người gửi phản ánh này?', 'Did you send this report?')}</h2>
<p>${say('Với mã theo dõi, bạn đánh giá kết quả, mở lại hoặc rút phản ánh.', 'With your follow-up code you can rate the result, reopen or withdraw the report.')}</p>
<p class="actions"><a class="button second" href="/phan-anh/theo-doi?code=${report.code}">${say('Dùng mã theo dõi', 'Use the follow-up code')}</a> <a class="button second" href="/phan-anh/nhan-tin?code=${report.code}">${say('Nhận tin về việc này', 'Be told of this')}</a></p></section></div>`,
  });
}

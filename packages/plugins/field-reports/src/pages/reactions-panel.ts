import { field, fieldErrors, type Form, type Html, icon, onceField, Problem, readForm, type Say, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import { decideDispute } from '../after-answer/decide-dispute.ts';
import { type Reactions, readReactions } from '../after-answer/read-reactions.ts';
import type { ReportContext } from '../module.ts';
import type { PageRequest, StaffReport } from './environment.ts';
import type { Names } from './names.ts';
import { byName, options } from './options.ts';
import { ratingWords } from './words.ts';
import { refused } from './work-page.ts';

const kindWords = {
  added: { vi: 'Người gửi bổ sung', en: 'Added by the reporter' },
  reopened: { vi: 'Lý do mở lại', en: 'Why it was reopened' },
  disputed: { vi: 'Lý do đề nghị cấp trên xem xét', en: 'Why the supervisor was asked' },
} as const;

/** What came back from citizens, for whoever may read the report, and the decision that a supervisor owes them. */
export async function reactionsPanel(c: PageRequest, say: Say, names: Names, report: StaffReport, kept: Pick<Form, 'text'> | undefined): Promise<Html | ''> {
  const ctx = c.get('ctx');
  const { remarks, ratings, disputedAt } = (await reactionsOf(c, report)) ?? { remarks: [], ratings: [], disputedAt: null };
  if (remarks.length === 0 && ratings.length === 0) return '';
  return html`<section><h2>${say('Ý kiến người dân', 'What citizens say')}</h2>
${remarks.map(({ kind, text, at, photos }) => html`<p><b>${say(kindWords[kind])}</b> <small>${timeTag(new Date(at))}${photos > 0 ? say(` · ${photos} ảnh`, ` · ${photos} pictures`) : ''}</small></p>${text && html`<p class="pre" lang="vi">${text}</p>`}`)}
${ratings.map(({ by, rating, comment, at }) => html`<p>${icon(ratingWords[rating].icon)} <b>${say(ratingWords[rating])}</b> <small>${by === 'reporter' ? say('người gửi', 'reporter') : say('người cùng phản ánh', 'another voice')}, ${timeTag(new Date(at))}</small></p>${comment && html`<p class="pre" lang="vi">${comment}</p>`}`)}
${disputedAt === null ? '' : decision(ctx, say, names, report, kept)}</section>`;
}

/** Coordinating agencies see the report, and not what its reporter says to its owner. */
async function reactionsOf(c: PageRequest, { code }: StaffReport): Promise<Reactions | undefined> {
  try {
    return (await c.get('call')(readReactions, { params: { code } })) as Reactions;
  } catch (problem) {
    if (problem instanceof Problem && [403, 404].includes(problem.status)) return undefined;
    throw problem;
  }
}

function decision(ctx: ReportContext, say: Say, names: Names, report: StaffReport, kept: Pick<Form, 'text'> | undefined): Html {
  const waits = html`<p class="late">${icon('warning')} ${say('Người gửi đã mở lại hai lần và đề nghị cấp trên xem xét.', 'Reopened twice; its reporter asks the supervisor to decide.')}</p>`;
  if (!ctx.can('report:review', report)) return waits;
  const agencies = byName([...names.agencies].filter(([id]) => id !== report.agency).map(([id, name]) => [id, say(name)] as const));
  return html`${waits}<form class="move" method="post" action="/phan-anh/viec/${report.code}/xem-xet">${onceField()}
${field({ name: 'review-reason', label: say('Lý do, người gửi đọc được', 'Reason, which the reporter reads') }, (attributes) => html`<textarea ${attributes} required minlength="5" maxlength="1000" rows="3">${kept?.text('review-reason') ?? ''}</textarea>`)}
${field({ name: 'review-agency', label: say('Nếu mở lại: giao cho', 'If reopened: give it to') }, (attributes) => html`<select ${attributes}><option value=""></option>${options(agencies, kept?.text('review-agency'))}</select>`)}
<div class="actions"><button name="decision" value="reopen">${say('Mở lại', 'Reopen')}</button><button class="second" name="decision" value="uphold">${say('Giữ nguyên kết quả', 'Let the result stand')}</button></div></form>`;
}

/** `POST /phan-anh/viec/<code>/xem-xet`: the supervisor's decision, then back to the report. */
export async function decideFromPage(c: PageRequest): Promise<Response> {
  const form = await readForm(c);
  const code = c.req.param('code')!;
  const agency = form.text('review-agency');
  const body = { decision: form.text('decision'), reason: form.text('review-reason'), ...(agency !== '' && { agency }) };
  try {
    await c.get('call')(decideDispute, { params: { code }, body, ...(form.repeat && { repeat: form.repeat }) });
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const say = sayIn(c.get('ctx').language);
    const [first] = Object.values(fieldErrors(say, problem, ({ path }) => path));
    return refused(c, first === undefined ? problem : new Problem(problem.status, problem.code, problem.title, { detail: { vi: first } }), form);
  }
  return c.redirect(`/phan-anh/viec/${encodeURIComponent(code)}`, 303);
}

import { errorSummary, field, type FieldErrors, type Form, fromLink, type Html, onceField, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { moves, ratedStates, type ReportState } from '../report-states.ts';
import { followReport } from '../routes/follow-report.ts';
import { rateReport } from '../routes/rate-report.ts';
import { reopenReport } from '../routes/reopen-report.ts';
import { withdrawReport } from '../routes/withdraw-report.ts';
import type { PageRequest, Shown } from './environment.ts';
import { namesOf } from './names.ts';
import { reportView } from './report-view.ts';
import { moveWords, ratingWords } from './words.ts';

const actions = { rate: rateReport, reopen: reopenReport, withdraw: withdrawReport } as const;

/** `GET /phan-anh/theo-doi`: asks for the two codes. */
export function trackPage(c: PageRequest): Promise<Response> {
  return codesPage(c, { code: c.req.query('code') ?? '', refused: false });
}

/**
 * `POST /phan-anh/theo-doi`: the reporter sees the report and rates, reopens or withdraws it. Everything is the answer to
 * a form: the follow-up code goes from hidden field to hidden field and never into an address.
 */
export async function followFromPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const form = await readForm(c);
  const [code, followUp] = [form.text('code').toUpperCase(), form.text('followUp')];
  const reporter = { params: { code }, body: followUp === '' ? {} : { followUp } };
  const acted = await act(c, say, form, reporter);
  let report: Shown;
  try {
    report = (await c.get('call')(followReport, reporter)) as Shown;
  } catch (problem) {
    // Whether the report exists is not for whoever does not hold its code.
    if (problem instanceof Problem && [403, 404, 422].includes(problem.status)) return codesPage(c, { code, refused: true });
    throw problem;
  }
  return page(c, {
    title: `${say('Theo dõi', 'Follow')} ${report.code}`,
    body: html`<div class="wrap">${acted}${reportView(say, await namesOf(ctx), report, ctx.now())}
${reporterForm(say, report, followUp)}</div>`,
  });
}

async function act(c: PageRequest, say: Say, form: Form, { params, body }: { params: object; body: object }): Promise<Html | ''> {
  const action = form.text('do');
  if (action !== 'rate' && action !== 'reopen' && action !== 'withdraw') return '';
  try {
    const rating = action === 'rate' ? { rating: form.text('rating') } : {};
    await c.get('call')(actions[action], { params, body: { ...body, ...rating }, ...(form.repeat && { repeat: form.repeat }) });
    const done = action === 'rate' ? { vi: 'Cảm ơn bạn đã đánh giá.', en: 'Thank you for your rating.' } : moveWords[action].done;
    return html`<div class="notice good" role="status" tabindex="-1" autofocus><p>${say(done)}</p></div>`;
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const missing = action === 'rate' && problem.status === 422;
    return html`<div class="notice bad" role="alert" tabindex="-1" autofocus><p>${missing ? say('Hãy chọn một mức đánh giá.', 'Choose a rating.') : say(problem.title)}</p>${problem.detail && html`<p>${say(problem.detail)}</p>`}</div>`;
  }
}

function reporterForm(say: Say, { code, status, rating }: Shown, followUp: string): Html | '' {
  const can = (move: 'reopen' | 'withdraw') => (moves[move].from as readonly ReportState[]).includes(status);
  const rates = ratedStates.includes(status);
  if (!rates && !can('reopen') && !can('withdraw')) return '';
  const choices = Object.entries(ratingWords).map(
    ([value, words]) => html`<label class="choice"><input type="radio" name="rating" value="${value}"${value === rating ? html` checked` : ''}>${say(words)}</label>`,
  );
  return html`<form class="facts" method="post" action="/phan-anh/theo-doi">
${onceField()}<input type="hidden" name="code" value="${code}"><input type="hidden" name="followUp" value="${followUp}">
${rates && html`<fieldset><legend>${say('Bạn thấy kết quả thế nào?', 'How do you find the result?')}</legend>${choices}</fieldset>`}
<div class="actions">${rates && html`<button name="do" value="rate">${say('Gửi đánh giá', 'Send the rating')}</button>`}
${can('reopen') ? html`<button class="second" name="do" value="reopen">${say(moveWords.reopen.button)}</button>` : ''}
${can('withdraw') ? html`<button class="second" name="do" value="withdraw">${say(moveWords.withdraw.button)}</button>` : ''}</div></form>`;
}

function codesPage(c: PageRequest, { code, refused }: { code: string; refused: boolean }): Promise<Response> {
  const { language, actor } = c.get('ctx');
  const say = sayIn(language);
  const errors: FieldErrors = refused ? { code: say('Mã phản ánh hoặc mã theo dõi chưa đúng.', 'The code of the report or the follow-up code is not right.') } : {};
  const signedIn = actor.kind === 'account';
  return page(c, {
    title: `${refused ? say('Lỗi: ', 'Error: ') : ''}${say('Theo dõi phản ánh', 'Follow a report')}`,
    status: refused ? 422 : 200,
    body: html`<div class="wrap narrow">${errorSummary(say, errors)}<h1>${say('Theo dõi phản ánh', 'Follow a report')}</h1>
<p>${say('Xem tiến độ, đánh giá, mở lại hoặc rút phản ánh mà bạn đã gửi.', 'See, rate, reopen or withdraw a report that you sent.')}</p>
<form method="post" action="/phan-anh/theo-doi">
${field({ name: 'code', label: say('Mã phản ánh', 'Code of the report'), hint: say('Ví dụ: HUE-26-0000123', 'For example: HUE-26-0000123'), error: errors['code'] }, (attributes) => html`<input ${attributes} required autocomplete="off" autocapitalize="characters" spellcheck="false" value="${code}">`)}
${field(
      { name: 'followUp', label: say('Mã theo dõi', 'Follow-up code'), ...(signedIn && { hint: say('Để trống nếu bạn đã gửi khi đăng nhập bằng tài khoản này.', 'Leave it empty if you sent it while signed in to this account.') }) },
      (attributes) => html`<input ${attributes}${signedIn ? '' : html` required`} autocomplete="off" spellcheck="false" data-from-link>`,
    )}
<button>${say('Xem phản ánh', 'See the report')}</button></form></div>${fromLink()}`,
  });
}

import { errorSummary, field, type FieldErrors, type Form, fromLink, type Html, onceField, page, Problem, readForm, type Say, sayIn, type Text } from '@tinhthong/core';
import { html } from 'hono/html';
import { addToReport } from '../after-answer/add-to-report.ts';
import { disputeReport } from '../after-answer/dispute-report.ts';
import { followReport } from '../after-answer/follow-report.ts';
import { rateReport } from '../after-answer/rate-report.ts';
import { reopenReport } from '../after-answer/reopen-report.ts';
import { sendCodeAgain } from '../after-answer/send-code-again.ts';
import { leaveReport } from '../duplicates/leave-report.ts';
import { openStates } from '../handling/report-states.ts';
import { withdrawReport } from '../handling/withdraw-report.ts';
import type { Followed, PageRequest } from './environment.ts';
import { namesOf } from './names.ts';
import { type Photo, takePhotos } from './photos.ts';
import { reportView } from './report-view.ts';
import { type ReporterDraft, reporterForms } from './reporter-forms.ts';
import { videoForm } from './video-form.ts';
import { moveWords } from './words.ts';

const actions = { rate: rateReport, add: addToReport, reopen: reopenReport, dispute: disputeReport, withdraw: withdrawReport, leave: leaveReport } as const;
type Action = keyof typeof actions;
const withPhotos: readonly Action[] = ['add', 'reopen', 'dispute'];

const doneWords: Readonly<Record<Action, Text>> = {
  rate: { vi: 'Cảm ơn bạn đã đánh giá.', en: 'Thank you for your rating.' },
  add: { vi: 'Đã bổ sung vào phản ánh.', en: 'Added to the report.' },
  reopen: moveWords.reopen.done,
  dispute: { vi: 'Đề nghị của bạn đã được chuyển cấp trên xem xét.', en: 'Your request is with the supervisor.' },
  withdraw: moveWords.withdraw.done,
  leave: { vi: 'Đã rút tiếng nói của bạn.', en: 'Your voice is taken back.' },
};

/** `GET /phan-anh/theo-doi`: asks for the two codes. */
export function trackPage(c: PageRequest): Promise<Response> {
  return codesPage(c, { code: c.req.query('code') ?? '', refused: false });
}

/**
 * `POST /phan-anh/theo-doi`: the reporter sees the report, adds to it, rates, reopens or withdraws it. Everything is the
 * answer to a form: the follow-up code goes from hidden field to hidden field and never into an address.
 */
export async function followFromPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const form = await readForm(c);
  const [code, followUp] = [form.text('code').toUpperCase(), form.text('followUp')];
  if (form.text('do') === 'send-code') return sendCode(c, form, code);
  const reporter = { params: { code }, body: followUp === '' ? {} : { followUp } };
  const { notice, draft } = await act(c, say, form, reporter);
  let report: Followed;
  try {
    report = (await c.get('call')(followReport, reporter)) as Followed;
  } catch (problem) {
    if (!(problem instanceof Problem) || ![403, 404, 422].includes(problem.status)) throw problem;
    // A voice that was taken back sees the report as everybody does.
    if (form.text('do') === 'leave' && notice !== '') return c.redirect(`/phan-anh/${encodeURIComponent(code)}`, 303);
    // Whether the report exists is not for whoever does not hold its code.
    return codesPage(c, { code, refused: true });
  }
  return page(c, {
    title: `${say('Theo dõi', 'Follow')} ${report.code}`,
    body: html`<div class="wrap">${notice}${reportView(say, await namesOf(ctx), report, ctx.now())}
${reporterForms(say, report, followUp, draft)}
${report.standing === 'reporter' && report.video === null && openStates.includes(report.status) ? videoForm(say, ctx.settings.videoMegabytes, code, followUp) : ''}</div>`,
  });
}

const emptyDraft: ReporterDraft = { text: '', comment: '', photos: [] };

async function act(c: PageRequest, say: Say, form: Form, { params, body }: { params: object; body: object }): Promise<{ notice: Html | ''; draft: ReporterDraft }> {
  const action = form.text('do') as Action;
  if (!Object.hasOwn(actions, action)) return { notice: '', draft: emptyDraft };
  const { photos, error } = withPhotos.includes(action) ? await takePhotos(c.get('ctx'), c.get('call'), say, form) : { photos: [], error: undefined };
  const draft = { text: form.text('text'), comment: form.text('comment'), photos, photoError: error };
  const bad = (words: string, detail = '') => ({ notice: html`<div class="notice bad" role="alert" tabindex="-1" autofocus><p>${words}</p>${detail && html`<p>${detail}</p>`}</div>`, draft });
  if (error !== undefined) return bad(error);
  try {
    await c.get('call')(actions[action], { params, body: { ...body, ...given(action, form, photos) }, ...(form.repeat && { repeat: form.repeat }) });
    return { notice: html`<div class="notice good" role="status" tabindex="-1" autofocus><p>${say(doneWords[action])}</p></div>`, draft: emptyDraft };
  } catch (problem) {
    if (!(problem instanceof Problem) || ![403, 404, 409, 422].includes(problem.status)) throw problem;
    if (problem.status === 422 && action === 'rate') return bad(say('Hãy chọn một mức đánh giá.', 'Choose a rating.'));
    if (problem.status === 422 && action === 'add') return bad(say('Hãy viết vài lời hoặc chọn ảnh.', 'Write a few words, or choose a picture.'));
    if (problem.status === 422 && withPhotos.includes(action)) return bad(say('Hãy nêu lý do, 5 đến 1.000 ký tự.', 'Give a reason of 5 to 1,000 characters.'));
    return bad(say(problem.title), problem.detail && problem.code !== 'supervisor-decides' ? say(problem.detail) : '');
  }
}

function given(action: Action, form: Form, photos: readonly Photo[]): object {
  const [text, comment, ids] = [form.text('text'), form.text('comment'), photos.map(({ id }) => id)];
  if (action === 'rate') return { rating: form.text('rating'), ...(comment !== '' && { comment }) };
  if (action === 'add') return { ...(text !== '' && { text }), photos: ids };
  return withPhotos.includes(action) ? { reason: text, photos: ids } : {};
}

/** A lost code goes to the address that was left with the report; the page says the same whether there is one. */
async function sendCode(c: PageRequest, form: Form, code: string): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  const to = form.text('to');
  try {
    await c.get('call')(sendCodeAgain, { params: { code }, body: to.includes('@') ? { email: to } : { phone: to }, ...(form.repeat && { repeat: form.repeat }) });
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 422) throw problem;
    return codesPage(c, { code, refused: false, lost: say('Hãy điền mã phản ánh, và e-mail hoặc số điện thoại đã để lại khi gửi.', 'Fill in the code of the report, and the e-mail address or phone that was left with it.') });
  }
  return page(c, {
    title: say('Gửi lại mã theo dõi', 'The follow-up code once more'),
    body: html`<div class="wrap narrow"><h1>${say('Gửi lại mã theo dõi', 'The follow-up code once more')}</h1>
<div class="notice good" role="status"><p>${say('Nếu đó là địa chỉ bạn đã để lại khi gửi, liên kết theo dõi đang được gửi đến đó.', 'If that is the address that was left with the report, the link to follow it is on its way there.')}</p></div>
<p><a href="/phan-anh/theo-doi">${say('Trở lại', 'Back')}</a></p></div>`,
  });
}

function codesPage(c: PageRequest, { code, refused, lost }: { code: string; refused: boolean; lost?: string }): Promise<Response> {
  const { language, actor } = c.get('ctx');
  const say = sayIn(language);
  const errors: FieldErrors = refused ? { code: say('Mã phản ánh hoặc mã theo dõi chưa đúng.', 'The code of the report or the follow-up code is not right.') } : {};
  const signedIn = actor.kind === 'account';
  const wrong = refused || lost !== undefined;
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${say('Theo dõi phản ánh', 'Follow a report')}`,
    status: wrong ? 422 : 200,
    body: html`<div class="wrap narrow">${errorSummary(say, errors)}<h1>${say('Theo dõi phản ánh', 'Follow a report')}</h1>
<p>${say('Xem tiến độ, đánh giá, mở lại hoặc rút phản ánh mà bạn đã gửi.', 'See, rate, reopen or withdraw a report that you sent.')}</p>
<form method="post" action="/phan-anh/theo-doi">
${field({ name: 'code', label: say('Mã phản ánh', 'Code of the report'), hint: say('Ví dụ: HUE-26-0000123', 'For example: HUE-26-0000123'), error: errors['code'] }, (attributes) => html`<input ${attributes} required autocomplete="off" autocapitalize="characters" spellcheck="false" value="${code}">`)}
${field(
      { name: 'followUp', label: say('Mã theo dõi', 'Follow-up code'), ...(signedIn && { hint: say('Để trống nếu bạn đã gửi khi đăng nhập bằng tài khoản này.', 'Leave it empty if you sent it while signed in to this account.') }) },
      (attributes) => html`<input ${attributes}${signedIn ? '' : html` required`} autocomplete="off" spellcheck="false" data-from-link>`,
    )}
<button>${say('Xem phản ánh', 'See the report')}</button></form>
<details${lost === undefined ? '' : html` open`}><summary>${say('Mất mã theo dõi?', 'Lost the follow-up code?')}</summary>
<form method="post" action="/phan-anh/theo-doi">${onceField()}
${field({ name: 'lost-code', label: say('Mã phản ánh', 'Code of the report'), ...(lost !== undefined && { error: lost }) }, () => html`<input id="lost-code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" value="${code}">`)}
${field({ name: 'to', label: say('E-mail hoặc số điện thoại đã để lại khi gửi', 'E-mail address or phone that was left with it') }, (attributes) => html`<input ${attributes} required maxlength="200" autocomplete="email">`)}
<button class="second" name="do" value="send-code">${say('Gửi lại mã', 'Send it again')}</button></form></details></div>${fromLink()}`,
  });
}

import { errorSummary, type FieldErrors, fieldErrors, type Form, type Html, notFound, page, Problem, readForm, type Say, sayIn, type Text } from '@tinhthong/core';
import { html } from 'hono/html';
import { type MoveName, moves } from '../handling/report-states.ts';
import { acceptReport } from '../handling/accept-report.ts';
import { answerReport } from '../handling/answer-report.ts';
import { assignReport } from '../handling/assign-report.ts';
import { closeReport } from '../handling/close-report.ts';
import { mergeReport } from '../duplicates/merge-report.ts';
import { unmergeReport } from '../duplicates/unmerge-report.ts';
import { readInboxReport } from '../reading/read-inbox-report.ts';
import { rejectReport } from '../handling/reject-report.ts';
import { startReport } from '../handling/start-report.ts';
import { refuseReport } from '../routing/refuse-report.ts';
import { coordination } from './coordination.ts';
import { readClocks } from '../clocks/read-clocks.ts';
import { clockDoneWords } from './clocks-page.ts';
import { type ClockDraft, clocksPanel, type ShownClocks } from './clocks-panel.ts';
import type { ReportContext } from '../module.ts';
import type { PageRequest, StaffReport } from './environment.ts';
import { mayMove } from './may-move.ts';
import { moveForms, type MoveDraft } from './move-forms.ts';
import { namesOf } from './names.ts';
import { takePhotos } from './photos.ts';
import { reactionsPanel } from './reactions-panel.ts';
import { staffView } from './staff-view.ts';
import { suggestionPanel } from './suggestion-panel.ts';
import { readSuggestions, type StoredSuggestion } from '../suggestions/suggestions-of-report.ts';
import { moveWords } from './words.ts';

const routes = { accept: acceptReport, reject: rejectReport, assign: assignReport, refuse: refuseReport, start: startReport, answer: answerReport, close: closeReport, merge: mergeReport, unmerge: unmergeReport } as const;
type StaffMove = keyof typeof routes;

const isStaffMove = (move: string | undefined): move is StaffMove => move !== undefined && Object.hasOwn(routes, move);

/** `/phan-anh/viec/<code>`: a report as staff see it, with a form for each move that is possible and theirs. */
export function workPage(c: PageRequest): Promise<Response> {
  const done = c.req.query('done');
  const say = sayIn(c.get('ctx').language);
  const words = isStaffMove(done) ? moveWords[done].done : doneWords(done ?? '');
  const notice = words === undefined ? '' : html`<div class="notice good" role="status" tabindex="-1" autofocus><p>${say(words)}</p></div>`;
  return reportForStaff(c, { notice, draft: {}, errors: {} });
}

function doneWords(done: string): Text | undefined {
  if (Object.hasOwn(clockDoneWords, done)) return clockDoneWords[done];
  if (done === 'goi-y') return { vi: 'Đã làm theo gợi ý.', en: 'Done as suggested.' };
  return done === 'phoi-hop' ? { vi: 'Đã gửi phần phối hợp đến đơn vị chủ trì.', en: 'Your part is with the lead agency.' } : undefined;
}

/** `POST /phan-anh/viec/<code>/<move>`: makes the move and leads back to the report, so that a reload repeats nothing. */
export async function moveFromPage(c: PageRequest): Promise<Response> {
  const move = c.req.param('move');
  if (!isStaffMove(move)) throw notFound({ vi: 'bước xử lý này', en: 'This move' });
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const code = c.req.param('code')!;
  const form = await readForm(c);
  const { photos, error } = move === 'answer' ? await takePhotos(ctx, c.get('call'), say, form) : { photos: [], error: undefined };
  const draft: MoveDraft = { answer: form.text('answer'), reason: form.text('reason'), agency: form.text('agency'), coordinating: form.text('asksCoordinating') === '' ? undefined : form.texts('coordinating'), into: form.text('into'), photoNote: form.text('photoNote'), proposed: form.text('proposed'), photos };
  if (error !== undefined) return reportForStaff(c, { draft, errors: { photos: error } });
  try {
    await c.get('call')(routes[move], { params: { code }, body: bodyOf(move, draft), ...(form.repeat && { repeat: form.repeat }) });
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const errors = fieldErrors(say, problem, ({ path }) => path.split('.')[1] ?? '');
    return reportForStaff(c, Object.keys(errors).length > 0 ? { draft, errors: inOwnWords(say, errors) } : { notice: refusal(say, problem), draft, errors: {} });
  }
  return c.redirect(`/phan-anh/viec/${encodeURIComponent(code)}?done=${move}`, 303);
}

function bodyOf(move: StaffMove, { answer, reason, agency, coordinating, into, proposed, photos = [], photoNote }: MoveDraft): object {
  if (move === 'answer') return { answer, photos: photos.map(({ id }) => id), ...(photoNote && { photoNote }) };
  if (move === 'reject') return { reason };
  if (move === 'merge') return { into: into?.toUpperCase() };
  if (move === 'refuse') return { reason, proposed };
  return move === 'assign' ? { ...(agency && { agency }), ...(coordinating && { coordinating }) } : {};
}

function inOwnWords(say: Say, errors: FieldErrors): FieldErrors {
  return {
    ...errors,
    ...(errors['answer'] && { answer: say('Hãy viết trả lời, 10 đến 4.000 ký tự.', 'Write an answer of 10 to 4,000 characters.') }),
    ...(errors['into'] && { into: say('Hãy ghi mã phản ánh kia, ví dụ HUE-26-0000123.', 'Give the code of the other report, for example HUE-26-0000123.') }),
    ...(errors['reason'] && { reason: say('Hãy nêu lý do, 5 đến 1.000 ký tự.', 'Give a reason of 5 to 1,000 characters.') }),
  };
}

/** The report once more, with why nothing was done. */
export function refused(c: PageRequest, problem: Problem, kept?: Form): Promise<Response> {
  return reportForStaff(c, { notice: refusal(sayIn(c.get('ctx').language), problem), draft: {}, errors: {}, ...(kept && { kept }) });
}

/** Somebody else was faster, or the report cannot go there from where it is. */
export function refusal(say: Say, problem: Problem): Html {
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus><h2>${say('Chưa thực hiện được', 'Not done')}</h2><p>${say(problem.title)} ${problem.detail && say(problem.detail)}</p></div>`;
}

interface Outcome {
  readonly notice?: Html | '';
  readonly draft: MoveDraft;
  readonly errors: FieldErrors;
  readonly clocks?: ClockDraft;
  /** What was filled in elsewhere on the page, by the names of its fields. */
  readonly kept?: Pick<Form, 'text'>;
}

export async function reportForStaff(c: PageRequest, { notice = '', draft, errors, clocks, kept }: Outcome): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const report = (await c.get('call')(readInboxReport, { params: { code: c.req.param('code') } })) as StaffReport;
  const { items: suggestions } = (await c.get('call')(readSuggestions, { params: { code: report.code } })) as { items: StoredSuggestion[] };
  const [names, time] = await Promise.all([namesOf(ctx), c.get('call')(readClocks, { params: { code: report.code } }) as Promise<ShownClocks>]);
  const possible = report.next.filter((move): move is Extract<MoveName, StaffMove> => moves[move].by !== 'reporter' && mayMove(ctx, move, report));
  const wrong = Object.keys(errors).length > 0;
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${report.code}`,
    status: wrong ? 422 : notice !== '' && c.req.method !== 'GET' ? 409 : 200,
    body: html`<div class="wrap">${errorSummary(say, errors)}${notice}
<p class="crumb"><a href="/phan-anh/viec">${say('Việc của tôi', 'My work')}</a></p>
${staffView(say, names, report, ctx.now(), html`${coordination(ctx, say, names, report, kept)}${clocksPanel(ctx, say, names, report, time, clocks)}${await reactionsPanel(c, say, names, report, kept)}`, html`${suggestionPanel(ctx, say, names, report, suggestions)}${moveForms(say, names, report, possible, draft, errors)}`, linksOf(ctx, say, report))}</div>`,
  });
}

/** Pages of this report for whoever holds more than its handlers do. */
function linksOf(ctx: ReportContext, say: Say, report: StaffReport): readonly (readonly [string, string])[] {
  return [
    ...(ctx.can('report:redact', report) ? [['che', say('Che chữ, vùng ảnh hoặc video trước công chúng', 'Hide text, regions of pictures or the video from the public')] as const] : []),
    ...(ctx.can('report:original', report) ? [['ban-goc', say('Xem bản gốc chưa che, có ghi lại mục đích', 'See the original, with a recorded purpose')] as const] : []),
    ...(ctx.can('report:identify', report) ? [['nguoi-gui', say('Xem người gửi, có ghi lại mục đích', 'See who sent it, with a recorded purpose')] as const] : []),
  ];
}

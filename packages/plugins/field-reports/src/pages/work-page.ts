import { errorSummary, type FieldErrors, fieldErrors, type Html, notFound, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { type MoveName, moves } from '../report-states.ts';
import { acceptReport } from '../routes/accept-report.ts';
import { answerReport } from '../routes/answer-report.ts';
import { assignReport } from '../routes/assign-report.ts';
import { closeReport } from '../routes/close-report.ts';
import { readInboxReport } from '../routes/read-inbox-report.ts';
import { rejectReport } from '../routes/reject-report.ts';
import { startReport } from '../routes/start-report.ts';
import type { PageRequest, StaffReport } from './environment.ts';
import { mayMove } from './may-move.ts';
import { moveForms, type MoveDraft } from './move-forms.ts';
import { namesOf } from './names.ts';
import { takePhotos } from './photos.ts';
import { staffView } from './staff-view.ts';
import { moveWords } from './words.ts';

const routes = { accept: acceptReport, reject: rejectReport, assign: assignReport, start: startReport, answer: answerReport, close: closeReport } as const;
type StaffMove = keyof typeof routes;

const isStaffMove = (move: string | undefined): move is StaffMove => move !== undefined && Object.hasOwn(routes, move);

/** `/phan-anh/viec/<code>`: a report as staff see it, with a form for each move that is possible and theirs. */
export function workPage(c: PageRequest): Promise<Response> {
  const done = c.req.query('done');
  const say = sayIn(c.get('ctx').language);
  const notice = isStaffMove(done) ? html`<div class="notice good" role="status" tabindex="-1" autofocus><p>${say(moveWords[done].done)}</p></div>` : '';
  return reportForStaff(c, { notice, draft: {}, errors: {} });
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
  const draft: MoveDraft = { answer: form.text('answer'), reason: form.text('reason'), agency: form.text('agency'), photos };
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

function bodyOf(move: StaffMove, { answer, reason, agency, photos = [] }: MoveDraft): object {
  if (move === 'answer') return { answer, photos: photos.map(({ id }) => id) };
  if (move === 'reject') return { reason };
  return move === 'assign' && agency ? { agency } : {};
}

function inOwnWords(say: Say, errors: FieldErrors): FieldErrors {
  return {
    ...errors,
    ...(errors['answer'] && { answer: say('Hãy viết trả lời, 10 đến 4.000 ký tự.', 'Write an answer of 10 to 4,000 characters.') }),
    ...(errors['reason'] && { reason: say('Hãy nêu lý do, 5 đến 1.000 ký tự.', 'Give a reason of 5 to 1,000 characters.') }),
  };
}

/** Somebody else was faster, or the report cannot go there from where it is. */
function refusal(say: Say, problem: Problem): Html {
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus><h2>${say('Chưa thực hiện được', 'Not done')}</h2><p>${say(problem.title)} ${problem.detail && say(problem.detail)}</p></div>`;
}

async function reportForStaff(c: PageRequest, { notice = '', draft, errors }: { notice?: Html | ''; draft: MoveDraft; errors: FieldErrors }): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const report = (await c.get('call')(readInboxReport, { params: { code: c.req.param('code') } })) as StaffReport;
  const names = await namesOf(ctx);
  const possible = report.next.filter((move): move is Extract<MoveName, StaffMove> => moves[move].by !== 'reporter' && mayMove(ctx, move, report));
  const wrong = Object.keys(errors).length > 0;
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${report.code}`,
    status: wrong ? 422 : notice !== '' && c.req.method !== 'GET' ? 409 : 200,
    body: html`<div class="wrap">${errorSummary(say, errors)}${notice}
<p class="crumb"><a href="/phan-anh/viec">${say('Việc của tôi', 'My work')}</a></p>
${staffView(say, names, report, ctx.now(), moveForms(say, names, report, possible, draft, errors))}</div>`,
  });
}

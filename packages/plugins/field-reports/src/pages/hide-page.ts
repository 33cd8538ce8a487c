import { errorSummary, field, type FieldErrors, type Form, type Html, onceField, page, Problem, readForm, type Route, type Say, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import { reportEvents } from '../events.ts';
import { redactPicture } from '../privacy/redact-picture.ts';
import { redactText } from '../privacy/redact-text.ts';
import type { WordsPlace } from '../privacy/shown-words.ts';
import { showVideo } from '../privacy/show-video.ts';
import { undoRedaction } from '../privacy/undo-redaction.ts';
import { readInboxReport } from '../reading/read-inbox-report.ts';
import type { PageRequest, StaffReport } from './environment.ts';
import { drawScript } from './scripts.ts';

const sides = ['left', 'top', 'width', 'height'] as const;

/** What an officer had filled in when a form comes back, and what is wrong with it. */
interface Draft {
  readonly form?: Pick<Form, 'text'>;
  readonly errors: FieldErrors;
}

/** `/phan-anh/viec/<code>/che`: hides words, regions of pictures and the video from the public, and undoes it. */
export function hidePage(c: PageRequest): Promise<Response> {
  return showPage(c, { errors: {} });
}

/** `POST` of the same: one act a form, then back to the page, so that a reload repeats nothing. */
export async function hideFromPage(c: PageRequest): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  const code = c.req.param('code')!;
  const form = await readForm(c);
  const act = form.text('do');
  const at = act === 'picture' ? `left-${form.text('number')}` : act === 'timeline' ? wordsOf(form.text('event')) : act;
  const call = (route: Route, params: object, body?: object) =>
    c.get('call')(route, { params: { code, ...params }, ...(body && { body }), ...(form.repeat && { repeat: form.repeat }) });
  try {
    if (act === 'text' || act === 'address' || act === 'timeline') {
      const report = await reportOf(c);
      const shown = act === 'timeline' ? report.published.find(({ event }) => event === Number(form.text('event')))?.text : report[act];
      const passages = occurrences(shown ?? '', form.text(at));
      if (passages.length === 0) return await showPage(c, { form, errors: { [at]: say('Phần công khai không có đoạn này; hãy chép đúng từng chữ.', 'The public words do not hold this; copy them just as they are.') } });
      await call(redactText, {}, { of: act, passages, ...(act === 'timeline' && { event: Number(form.text('event')) }) });
    } else if (act === 'picture') await call(redactPicture, {}, { picture: form.text('picture'), regions: [regionOf(form)] });
    else if (act === 'video') await call(showVideo, {}, { public: form.text('public') === 'true' });
    else await call(undoRedaction, { redaction: form.text('redaction') });
  } catch (problem) {
    if (!(problem instanceof Problem) || ![404, 409, 422].includes(problem.status)) throw problem;
    const outside = say('Vùng này không nằm trong ảnh: các số từ 0 đến 100, rộng và cao lớn hơn 0.', 'This region is not within the picture: numbers from 0 to 100, width and height above 0.');
    return showPage(c, { form, errors: { [at]: act === 'picture' && problem.status === 422 ? outside : [say(problem.title), ...problem.errors.map(({ message }) => say(message))].join(' ') } });
  }
  return c.redirect(`/phan-anh/viec/${encodeURIComponent(code)}/che`, 303);
}

/** The field for the words of one event. */
const wordsOf = (event: number | string): string => `timeline-${event}`;

/** Typed in percent, kept in thousandths; no wider than the picture, for a hand that draws slips over its edge. */
function regionOf(form: Form): Record<(typeof sides)[number], number> {
  const [left, top, width, height] = sides.map((side) => Math.round(Number(form.text(`${side}-${form.text('number')}`).replace(',', '.')) * 10)) as [number, number, number, number];
  return { left, top, width: Math.min(width, 1_000 - left), height: Math.min(height, 1_000 - top) };
}

/** Every place where the words stand, as they were typed. */
function occurrences(text: string, words: string): { at: number; text: string }[] {
  const found = [];
  for (let at = words === '' ? -1 : text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) found.push({ at, text: words });
  return found.slice(0, 50);
}

const reportOf = async (c: PageRequest) => (await c.get('call')(readInboxReport, { params: { code: c.req.param('code') } })) as StaffReport;

async function showPage(c: PageRequest, draft: Draft): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  c.get('call').guard(redactText);
  const report = await reportOf(c);
  ctx.authorize('report:redact', report);
  const { code, text, address, published, evidence } = report;
  const wrong = Object.keys(draft.errors).length > 0;
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${say('Che nội dung', 'Hide content')} ${code}`,
    status: wrong ? 422 : 200,
    body: html`<div class="wrap narrow">${errorSummary(say, draft.errors)}<p class="crumb"><a href="/phan-anh/viec/${code}">${code}</a></p>
<h1>${say('Che nội dung trước công chúng', 'Hide content from the public')}</h1>
<p>${say('Trang công khai, danh sách và ảnh nhỏ đổi ngay; liên kết cũ không mở được nữa. Bỏ che được.', 'Public pages, lists and thumbnails change at once; old links open nothing. It can be undone.')}</p>
<h2>${say('Nội dung', 'Text')}</h2><p class="pre" lang="vi">${text}</p>${wordsForm(say, 'text', draft)}
${address === null ? '' : html`<h2>${say('Địa chỉ', 'Address')}</h2><p lang="vi">${address}</p>${wordsForm(say, 'address', draft)}`}
${published.map(({ event, type, at, text: words }) => html`<h2>${say(reportEvents[type].title)} <small>${timeTag(new Date(at))}</small></h2><p class="pre" lang="vi">${words}</p>${wordsForm(say, 'timeline', draft, event)}`)}
${evidence.map(({ picture, url }, i) => pictureForm(say, { picture, url, number: i + 1 }, draft))}
${videoForm(say, report)}${undoForms(say, report)}</div>${evidence.length > 0 ? html`<script type="module" src="${drawScript.path}"></script>` : ''}`,
  });
}

const act = (what: string, fields: Html, button: string) => html`<form class="move" method="post">${onceField()}${fields}<button class="second" name="do" value="${what}">${button}</button></form>`;

function wordsForm(say: Say, what: WordsPlace['what'], { form, errors }: Draft, event?: number): Html {
  const label = say('Đoạn cần che, chép đúng như trên', 'Words to hide, just as above');
  const name = event === undefined ? what : wordsOf(event);
  const words = field({ name, label, error: errors[name] }, (attributes) => html`<input ${attributes} required maxlength="1000" autocomplete="off" value="${form?.text(name) ?? ''}">`);
  return act(what, html`${event === undefined ? '' : html`<input type="hidden" name="event" value="${event}">`}${words}`, say('Che đoạn này', 'Hide the words'));
}

/** Where the script runs, the region is drawn with a finger or a mouse; the numbers are for everybody. */
function pictureForm(say: Say, { picture, url, number }: { picture: string; url: string; number: number }, { form, errors }: Draft): Html {
  const side = (name: string, label: string) =>
    field({ name: `${name}-${number}`, label, error: errors[`${name}-${number}`] }, (attributes) => html`<input ${attributes} type="number" inputmode="decimal" min="0" max="100" step="0.1" required data-side="${name}" value="${form?.text(`${name}-${number}`) ?? ''}">`);
  const name = `${say('Ảnh', 'Picture')} ${number}`;
  return html`<h2>${name}</h2>${act(
    'picture',
    html`<div class="draw" data-draw><img class="wide" src="${url}" alt="${name}"></div>
<p class="hint" data-draw-hint hidden>${say('Kéo trên ảnh để chọn vùng cần che, hoặc điền các số bên dưới.', 'Draw over the picture to choose the region, or fill in the numbers below.')}</p>
<input type="hidden" name="picture" value="${picture}"><input type="hidden" name="number" value="${number}">
<fieldset><legend>${say('Vùng cần che, tính bằng phần trăm của ảnh', 'Region to hide, in percent of the picture')}</legend><div class="pairs">
${side('left', say('Cách mép trái', 'From the left edge'))}${side('top', say('Cách mép trên', 'From the top edge'))}${side('width', say('Rộng', 'Width'))}${side('height', say('Cao', 'Height'))}</div></fieldset>`,
    say(`Che vùng này của ảnh ${number}`, `Hide the region of picture ${number}`),
  )}`;
}

function videoForm(say: Say, { video }: StaffReport): Html | '' {
  if (video?.state !== 'ready' && video?.state !== 'withheld') return '';
  const button = video.state === 'ready' ? say('Cất video khỏi công chúng', 'Withhold the video') : say('Cho mọi người xem lại video', 'Show the video again');
  return html`<h2>Video</h2>${act('video', html`<input type="hidden" name="public" value="${video.state === 'withheld'}">`, button)}`;
}

function undoForms(say: Say, { redactions }: StaffReport): Html | '' {
  if (redactions.length === 0) return '';
  const words = { text: say('Bỏ che nội dung', 'Undo: text'), address: say('Bỏ che địa chỉ', 'Undo: address'), timeline: say('Bỏ che lời trong diễn biến', 'Undo: words of the timeline'), picture: say('Bỏ che ảnh', 'Undo: picture') };
  return html`<h2>${say('Đã che', 'Hidden so far')}</h2>${redactions.map(({ id, what }) => act('undo', html`<input type="hidden" name="redaction" value="${id}">`, words[what]))}`;
}

import { fieldErrors, type FieldErrors, type Form, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { joinReport } from '../duplicates/join-report.ts';
import { findSimilarRoute } from '../duplicates/similar-route.ts';
import { sentBefore } from '../intake/identical-reports.ts';
import { submitReport, trapName } from '../intake/submit-report.ts';
import { consentVersion, newReport, type Submitted } from '../intake/submit.ts';
import type { PageRequest } from './environment.ts';
import { namesOf } from './names.ts';
import { type Photo, takePhotos } from './photos.ts';
import { receiptPage } from './receipt-page.ts';
import { takeOverScript } from './scripts.ts';
import { alreadySentPage, joinedPage, similarPage, type SimilarReport } from './similar-page.ts';
import { type Draft, emptyDraft, submitForm } from './submit-form.ts';

/** `GET /phan-anh/gui`: the empty form. */
export function newReportPage(c: PageRequest): Promise<Response> {
  return formPage(c, emptyDraft, {});
}

/**
 * `POST /phan-anh/gui`: the form that needs no script. What is wrong comes back beside its field with everything kept;
 * what is right is answered with both codes, which never stand in an address. Reloading the answer sends nothing twice.
 */
export async function submitFromPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const form = await readForm(c);
  const taken = await takePhotos(ctx, c.get('call'), say, form);
  const draft = draftOf(form, taken.photos);
  if (taken.error !== undefined) return formPage(c, draft, { photos: taken.error });
  if (form.text('edit') !== '') return formPage(c, draft, {});
  const repeat = form.repeat && { repeat: form.repeat };
  const trap = form.text(trapName);
  try {
    if (form.text('join') !== '') {
      const joined = await c.get('call')(joinReport, { params: { code: form.text('join') }, body: voiceOf(draft), ...repeat });
      return await joinedPage(c, joined as { code: string; followUp: string });
    }
    const settled = form.text('anyway') !== '' || trap !== '' || (await c.get('call').wasMade(submitReport, form.repeat));
    const similar = settled ? [] : await similarTo(c, draft);
    if (similar.length > 0) return await similarPage(c, draft, similar);
    const submitted = await c.get('call')(submitReport, { body: { ...bodyOf(draft), ...(trap !== '' && { [trapName]: trap }) }, ...repeat });
    return await receiptPage(c, submitted as Submitted);
  } catch (problem) {
    if (problem instanceof Problem && ['already-sent', 'own-report'].includes(problem.code)) return alreadySentPage(c, problem);
    if (!(problem instanceof Problem) || problem.status !== 422) throw problem;
    return formPage(c, draft, errorsOf(say, problem, draft));
  }
}

/** What is there already of a form that could be sent as it is; one that lacks something is told so first. */
async function similarTo(c: PageRequest, draft: Draft): Promise<readonly SimilarReport[]> {
  const report = newReport.safeParse(bodyOf(draft));
  if (!report.success || (await sentBefore(c.get('ctx'), report.data))) return [];
  const { category, commune, address } = report.data;
  const { items } = (await c.get('call')(findSimilarRoute, { body: { category, commune, address, text: report.data.description } })) as { items: SimilarReport[] };
  return items;
}

async function formPage(c: PageRequest, draft: Draft, errors: FieldErrors): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  const wrong = Object.keys(errors).length > 0;
  const widget = c.req.method === 'GET' ? c.get('widget')('tt-report-form') : undefined;
  const form = submitForm(say, await namesOf(c.get('ctx')), draft, errors);
  return page(c, {
    title: `${wrong ? say('Lỗi: ', 'Error: ') : ''}${say('Gửi phản ánh', 'Send a report')}`,
    status: wrong ? 422 : 200,
    keep: true,
    // Before anybody has begun to fill it in, the widget takes the form's place.
    body: widget === undefined ? html`<div class="wrap narrow">${form}</div>` : html`<div class="wrap narrow" data-take-over="tt-report-form" data-source="${widget}">${form}</div><script type="module" src="${takeOverScript.path}"></script>`,
  });
}

function draftOf(form: Form, photos: readonly Photo[]): Draft {
  const { text } = form;
  return {
    category: text('category'),
    description: text('description'),
    commune: text('commune'),
    address: text('address'),
    name: text('name'),
    phone: text('phone'),
    email: text('email'),
    consent: text('consent') === consentVersion,
    photos,
  };
}

/** The form as the API takes it. Contact details count only with a consent; without any, the consent is idle. */
function bodyOf({ category, description, commune, address, name, phone, email, consent, photos }: Draft): object {
  const given = Object.fromEntries(Object.entries({ name, phone, email }).filter(([, value]) => value !== ''));
  return {
    category,
    description,
    photos: photos.map(({ id }) => id),
    ...(commune !== '' && { commune }),
    ...(address !== '' && { address }),
    ...(Object.keys(given).length > 0 && { contact: { ...given, ...(consent && { consent: consentVersion }) } }),
  };
}

/** The form as a voice takes it: the text goes to staff, the contact to whoever tells them of its progress. */
function voiceOf({ description, name, phone, email, consent }: Draft): object {
  const given = Object.fromEntries(Object.entries({ phone, email }).filter(([, value]) => value !== ''));
  const left = Object.keys(given).length > 0 || name !== '';
  return { remark: description, ...(left && { contact: { ...given, ...(consent && { consent: consentVersion }) } }) };
}

const fieldOfPath: Readonly<Record<string, string>> = { lat: 'commune', lon: 'commune', 'contact.name': 'name', 'contact.phone': 'phone', 'contact.email': 'email', 'contact.consent': 'consent' };

/** As they stand on the page, so that the summary lists the errors in the order in which a reader meets them. */
const fieldOrder = Object.keys(emptyDraft);

/** The API's own errors beside the form's fields; where a field was left empty, it says what to do. */
export function errorsOf(say: Say, problem: Problem, draft: Draft): FieldErrors {
  const errors = fieldErrors(say, problem, ({ path }) => {
    const inBody = path.replace(/^body\./, '');
    return fieldOfPath[inBody] ?? inBody.split('.')[0]!;
  });
  const own: FieldErrors = {
    ...(draft.category === '' && { category: say('Hãy chọn việc bạn muốn phản ánh.', 'Choose what it is about.') }),
    ...(errors['description'] && { description: say('Hãy mô tả sự việc bằng 10 đến 4.000 ký tự.', 'Describe it in 10 to 4,000 characters.') }),
    ...(draft.commune === '' && { commune: say('Hãy chọn xã, phường nơi xảy ra.', 'Choose the commune where it happened.') }),
    ...(errors['consent'] && { consent: say('Hãy đánh dấu đồng ý, hoặc để trống phần liên hệ.', 'Tick your consent, or leave the contact details empty.') }),
  };
  const all = { ...errors, ...own };
  if (Object.keys(all).length > 0) return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => fieldOrder.indexOf(a) - fieldOrder.indexOf(b)));
  return { category: problem.code === 'idempotency-key-reused' ? say('Biểu mẫu này đã gửi một lần. Nếu đây là phản ánh khác, hãy bấm gửi lần nữa.', 'This form was sent once. If this is another report, press send again.') : say(problem.title) };
}

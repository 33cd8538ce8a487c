import { fieldErrors, type Form, notFound, Problem, readForm, type Route, sayIn, type Text } from '@tinhthong/core';
import { completeOrder } from '../clocks/complete-order.ts';
import { decideExtension } from '../clocks/decide-extension.ts';
import { giveOrder } from '../clocks/give-order.ts';
import { pauseReport } from '../clocks/pause-report.ts';
import { reclassifyReport } from '../clocks/reclassify-report.ts';
import { requestExtension } from '../clocks/request-extension.ts';
import { resumeReport } from '../clocks/resume-report.ts';
import type { PageRequest } from './environment.ts';
import { type Photo, takePhotos } from './photos.ts';
import { refusal, reportForStaff } from './work-page.ts';

interface Action {
  readonly route: Route;
  body(form: Form, photos: readonly Photo[]): object | undefined;
  /** Field of the API → field of the form. */
  readonly fields: Readonly<Record<string, string>>;
}

const actions: Readonly<Record<string, Action>> = {
  'tam-dung': {
    route: pauseReport,
    body: (form) => ({ reason: form.text('pauseReason'), ...optional('until', momentOf(form.text('pauseUntil'))) }),
    fields: { reason: 'pauseReason', until: 'pauseUntil' },
  },
  'tiep-tuc': { route: resumeReport, body: () => undefined, fields: {} },
  'gia-han': {
    route: requestExtension,
    body: (form, photos) => ({ reason: form.text('extensionReason'), promisedAt: momentOf(form.text('promisedAt')) ?? '', photos: photos.map(({ id }) => id) }),
    fields: { reason: 'extensionReason', promisedAt: 'promisedAt', photos: 'extensionPhotos' },
  },
  duyet: { route: decideExtension, body: () => ({ granted: true }), fields: {} },
  'tu-choi': { route: decideExtension, body: (form) => ({ granted: false, refusal: form.text('refusal') }), fields: { refusal: 'refusal' } },
  'chi-dao': {
    route: giveOrder,
    body: (form) => ({ instruction: form.text('instruction'), dueAt: momentOf(form.text('orderDue')) ?? '', ...optional('agency', form.text('orderAgency')) }),
    fields: { instruction: 'instruction', dueAt: 'orderDue', agency: 'orderAgency' },
  },
  'da-lam': { route: completeOrder, body: (form) => ({ result: form.text('result') }), fields: { result: 'result' } },
  'phan-loai': {
    route: reclassifyReport,
    body: (form) => ({ category: form.text('newCategory'), priority: form.text('priority') }),
    fields: { category: 'newCategory', priority: 'priority' },
  },
};

/** What the page says once it is done, by the same names. */
export const clockDoneWords: Readonly<Record<string, Text>> = {
  'tam-dung': { vi: 'Đã tạm dừng; người dân đọc được lý do.', en: 'Paused; citizens read the reason.' },
  'tiep-tuc': { vi: 'Thời hạn lại được tính.', en: 'The clock runs again.' },
  'gia-han': { vi: 'Đã gửi đề nghị gia hạn, chờ duyệt.', en: 'The extension is asked for and waits to be decided.' },
  duyet: { vi: 'Đã duyệt gia hạn; người dân thấy ngày hứa và lý do.', en: 'Granted; citizens see the promised date and the reason.' },
  'tu-choi': { vi: 'Đã ghi: không duyệt gia hạn.', en: 'The extension is refused.' },
  'chi-dao': { vi: 'Đã gửi chỉ đạo đến đơn vị.', en: 'The order is given.' },
  'da-lam': { vi: 'Đã báo cáo thực hiện chỉ đạo.', en: 'The order is reported as carried out.' },
  'phan-loai': { vi: 'Đã phân loại lại; thời hạn được tính lại từ khi tiếp nhận.', en: 'Classified anew; the deadline is reckoned anew from acceptance.' },
};

/** `POST /phan-anh/viec/<code>/dong-ho/<action>`: pauses, extends, orders, classifies; leads back to the report. */
export async function clocksFromPage(c: PageRequest): Promise<Response> {
  const name = c.req.param('action') ?? '';
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw notFound({ vi: 'việc này', en: 'This action' });
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const code = c.req.param('code')!;
  const form = await readForm(c);
  const id = form.text('id');
  const { photos, error } = name === 'gia-han' ? await takePhotos(ctx, c.get('call'), say, form, 'extensionPhotos') : { photos: [], error: undefined };
  if (error !== undefined) return reportForStaff(c, { draft: {}, errors: { extensionPhotos: error }, clocks: { action: name, form, photos, errors: { extensionPhotos: error } } });
  const body = action.body(form, photos);
  try {
    await c.get('call')(action.route, { params: { code, ...(id !== '' && { id }) }, ...(body && { body }), ...(form.repeat && { repeat: form.repeat }) });
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const errors = fieldErrors(say, problem, ({ path }) => action.fields[path.split('.')[1] ?? ''] ?? '');
    const known = Object.fromEntries(Object.entries(errors).filter(([field]) => field !== ''));
    const notice = Object.keys(known).length === 0 ? { notice: refusal(say, problem) } : {};
    return reportForStaff(c, { ...notice, draft: {}, errors: known, clocks: { action: name, form, photos, errors: known } });
  }
  return c.redirect(`/phan-anh/viec/${encodeURIComponent(code)}?done=${name}`, 303);
}

/** `2026-11-27T17:00` of a form, which is Vietnam's time. */
function momentOf(local: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? `${local}:00+07:00` : local || undefined;
}

const optional = (name: string, value: string | undefined) => (value ? { [name]: value } : {});

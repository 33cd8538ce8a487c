import type { State } from '@tinhthong/ui-webcomponents/specimen';
import type { Category, FollowedReport, ListedReport, PublishedMetric, SimilarReport } from '../api.gen.ts';

/** A province for the gallery: answers as the real one does; a state of a widget is a change to it. */
export type Answers = Readonly<Record<string, unknown>>;

const text = (vi: string, en: string) => ({ vi, en });
const category = (code: string, vi: string, en: string, more: Partial<Category> = {}): Category => ({
  code, name: text(vi, en), icon: 'document', public: true, photoRequired: false, afterPhotoRequired: false, maskPlates: false, flow: 'time-bound', questions: [], ...more,
});

export const categories: readonly Category[] = [
  category('road-damage', 'Đường sá hư hỏng', 'Damaged roads'),
  category('street-light', 'Chiếu sáng công cộng', 'Street lighting'),
  category('flooding', 'Ngập lụt, thoát nước', 'Flooding and drainage', {
    flow: 'immediate',
    questions: [
      { code: 'depth', kind: 'singlevaluelist', variable: true, required: true, public: true, question: text('Nước sâu bao nhiêu?', 'How deep is the water?'), hint: null, choices: [{ key: 'ankle', name: text('Dưới mắt cá chân', 'Below the ankle') }, { key: 'knee', name: text('Đến đầu gối', 'To the knee') }, { key: 'waist', name: text('Đến thắt lưng trở lên', 'To the waist or more') }] },
      { code: 'danger', kind: 'multivaluelist', variable: true, required: false, public: true, question: text('Có gì nguy hiểm?', 'What is dangerous?'), hint: null, choices: [{ key: 'current', name: text('Nước chảy xiết', 'Strong current') }, { key: 'power', name: text('Dây điện', 'Power lines') }] },
      { code: 'since', kind: 'datetime', variable: true, required: false, public: true, question: text('Ngập từ lúc nào?', 'Since when?'), hint: null, choices: [] },
      { code: 'how-to-reach', kind: 'text', variable: true, required: false, public: false, question: text('Vào bằng lối nào?', 'How can one get there?'), hint: text('Chỉ cán bộ thấy', 'For staff alone'), choices: [] },
      { code: 'call', kind: 'string', variable: false, required: false, public: true, question: text('Có người mắc kẹt thì gọi ngay 114.', 'If people are trapped, call 114 at once.'), hint: null, choices: [] },
    ],
  }),
  category('pavement', 'Lấn chiếm vỉa hè, lòng đường', 'Obstructed pavements', { photoRequired: true }),
];

const places = [['19753', 'Phú Xuân', 16.47, 107.58], ['19789', 'Thuận Hóa', 16.463, 107.59], ['19803', 'An Cựu', 16.45, 107.6]] as const;
const listed = (code: string, of: Partial<ListedReport>): ListedReport => ({
  code, category: 'road-damage', commune: '19789', lat: 16.463, lon: 107.59, address: '12 Lê Lợi', text: 'Ổ gà sâu giữa đường, xe máy phải lách ra làn ngược chiều, tối không thấy rất nguy hiểm.', status: 'in-progress',
  agency: 'so-xay-dung', submittedAt: '2026-11-21T09:10:00+07:00', dueAt: '2026-11-25T17:00:00+07:00', answeredAt: null, photos: 2, rating: null, ...of,
});

const minute = 60_000;
/** So many minutes after it was sent, two days ago. */
const later = (minutes: number) => new Date(Date.now() - 48 * 60 * minute + minutes * minute).toISOString();
const due = later(53 * 60);

export const followed: FollowedReport = {
  ...listed('HUE-26-0000123', { submittedAt: later(0), dueAt: due, photos: 0 }),
  answer: null, reopened: 0, voiceRatings: { satisfied: 0, accepted: 0, dissatisfied: 0 }, coordinating: [], voices: 2, mergedInto: null, pictures: [], video: null, standing: 'reporter',
  timeline: [
    { type: 'report.submitted', at: later(0), data: { category: 'road-damage', code: 'HUE-26-0000123', commune: '19789', channel: 'widget' } },
    { type: 'report.accepted', at: later(32), data: { category: 'road-damage' } },
    { type: 'report.assigned', at: later(55), data: { category: 'road-damage', agency: 'so-xay-dung', dueAt: due } },
    { type: 'report.started', at: later(22 * 60), data: { category: 'road-damage' } },
  ],
};
export const answered: FollowedReport = {
  ...followed, status: 'answered', answeredAt: later(47 * 60), answer: 'Đội duy tu đã vá ổ gà bằng bê tông nhựa nóng trong đêm. Cảm ơn bà con đã báo.',
  timeline: [...followed.timeline, { type: 'report.answered', at: later(47 * 60), data: { category: 'road-damage', answer: '', photos: 1, onTime: true } }],
};
export const similar: readonly SimilarReport[] = [
  { code: 'HUE-26-0000098', status: 'assigned', text: 'Ổ gà lớn trước số 12 Lê Lợi, mưa xuống ngập nước không thấy đường.', address: '12 Lê Lợi', commune: '19789', voices: 3, submittedAt: '2026-11-20T18:20:00+07:00', metres: 18, likeness: 0.82 },
  { code: 'HUE-26-0000087', status: 'accepted', text: 'Mặt đường Lê Lợi bong tróc một đoạn dài.', address: 'gần cầu Trường Tiền', commune: '19789', voices: 0, submittedAt: '2026-11-19T07:05:00+07:00', metres: 140, likeness: 0.41 },
];

const metric = (id: PublishedMetric['id'], vi: string, en: string, of: Partial<PublishedMetric>): PublishedMetric => ({
  id, title: text(vi, en), meaning: text('', ''), unit: '%', better: 'up', version: 1, leastN: 30, state: 'shown', value: 90.8, beyond: false, interval: { low: 90.4, high: 91.2 }, numerator: 11_208, denominator: 12_343, histogram: null, computedAt: '2026-11-22T14:05:00+07:00', revision: 0, history: [], ...of,
});
const none = { value: null, interval: null, numerator: null, denominator: null };
const figures = (submitted: number | null, of: Partial<PublishedMetric>) => ({
  from: '2025-11-23', to: '2026-11-22', oldBorders: false, freshness: 'running', computedAt: '2026-11-22T14:05:00+07:00', categories: [],
  total: { submitted, accepted: null, rejected: null, answered: null, answeredOnTime: null, closed: null, reopened: null, rated: null, satisfied: null, accepting: null },
  metrics: [
    metric('fr.ontime_766', 'Xử lý đúng hạn (QĐ 766)', 'Handled in time (Decision 766)', of),
    metric('fr.sat_hue', 'Hài lòng và chấp nhận', 'Satisfied or accepting', { value: 87.3, numerator: 4_021, denominator: 4_606, interval: { low: 86.3, high: 88.2 }, ...of }),
    metric('fr.rating_cov', 'Tỷ lệ được đánh giá', 'Rating coverage', { value: 37.3, numerator: 4_606, denominator: 12_343, ...of }),
    metric('fr.t_close_med', 'Thời gian xử lý (trung vị)', 'Time to close (median)', { unit: 'h', value: 12, interval: null, numerator: 1, denominator: 12_343, ...of }),
  ],
});
export const fullFigures = figures(13_580, {});
export const withheldFigures = figures(null, { state: 'withheld', ...none });
export const fewFigures = figures(24, { state: 'too-few', ...none, denominator: 18 });

const checked = (more: object = {}) => ({
  allowed: true, reason: null, message: text('', ''),
  province: { name: text('Thành phố Huế', 'Huế City'), hotline: '0234 1022', bounds: [107, 15.9, 108.6, 17.1], modules: ['core', 'field-reports'], colours: { brand: '#5b2c83', onBrand: '#fff', action: '#5b2c83', onAction: '#fff', link: '#5b2c83', darkLink: '#c9a4ea' } },
  ...more,
});
export const refusal = (reason: string, vi: string, en: string) => ({ 'GET /api/embed/check': checked({ allowed: false, reason, message: text(vi, en) }) });
export const withoutModule = { 'GET /api/embed/check': checked({ province: { ...checked().province, modules: ['core'] } }) };
/** Never answers. */
export const silent = Symbol('silent');
/** As the server refuses. */
export const problem = (status: number, code: string, vi: string, en: string, errors?: readonly { readonly path: string; readonly message: { readonly vi: string; readonly en: string } }[]) =>
  Response.json({ type: `/problems/${code}`, status, code, title: vi, messages: text(vi, en), traceId: 't', ...(errors && { errors }) }, { status, headers: { 'content-type': 'application/problem+json' } });

const sent = { code: 'HUE-26-0000124', followUp: 'kZ8mQ2vT4xLr9bNa', status: 'submitted', agency: 'so-xay-dung', commune: '19789', dueAt: '2026-11-25T17:00:00+07:00' };
const usual: Answers = {
  'GET /api/embed/check': checked(),
  'GET /embed/v1/provinces.json': { provinces: [{ name: text('Tỉnh Đắk Lắk', 'Đắk Lắk Province'), bounds: [107.4, 12.1, 110, 13.8], url: 'http://dak-lak.example' }] },
  'GET /api/field-reports/categories': { items: categories },
  'GET /api/core/communes': { items: places.map(([code, name, lat, lon]) => ({ code, name, type: 'phuong', lat, lon })) },
  'GET /api/core/agencies': { items: [{ id: 'so-xay-dung', name: text('Sở Xây dựng', 'Department of Construction'), kind: 'department', commune: null }] },
  'GET /api/field-reports/reports': { items: [listed('HUE-26-0000123', {}), listed('HUE-26-0000122', { category: 'street-light', commune: '19753', address: null, text: 'Đèn đường tắt ba đêm liền ở ngõ 5.', status: 'closed', photos: 0, answeredAt: '2026-11-21T08:00:00+07:00', rating: 'satisfied' }), listed('HUE-26-0000121', { category: 'flooding', text: 'Nước ngập nửa bánh xe sau cơn mưa chiều.', status: 'submitted', photos: 1 })], next: null },
  'GET /api/field-reports/reports/HUE-26-0000123': (({ standing: _, ...shown }) => shown)(followed),
  'POST /api/field-reports/reports/HUE-26-0000123/follow': followed,
  'GET /api/field-reports/figures': fullFigures,
  'POST /api/field-reports/reports/similar': { items: [] },
  'POST /api/field-reports/reports': sent,
  'POST /api/field-reports/reports/HUE-26-0000098/join': { code: 'HUE-26-0000098', followUp: 'Qe7pW1sD5hKc3yUz', voices: 4 },
};

/** Answers as usual, but for what differs here; a value that is `undefined` means that the line is gone. */
export function province(differs: Answers = {}): NonNullable<State['answer']> {
  const answers = { ...usual, ...differs };
  return ({ method, url }) => {
    const answer = answers[`${method} ${new URL(url).pathname}`];
    if (answer === silent) return new Promise(() => {});
    if (answer instanceof Response) return answer.clone();
    return answer === undefined ? undefined : Response.json(answer);
  };
}

let states = 0;

/** An embed key of its own: provinces are greeted once for each, and states follow each other on one page. */
export const newState = () => `pk_state_${(states += 1)}`;

/** Waits until something is there. */
export async function seen<Found>(look: () => Found | null | undefined): Promise<Found> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Never came: ${String(look)}`);
}

import { drawn, type Specimen, type State } from '@tinhthong/ui-webcomponents/specimen';
import { html, nothing } from 'lit';
import { type Answers, newState, problem, province, refusal, seen, silent } from '../../samples/sample-province.ts';
import './reports-map.ts';

const kinds = ['road-damage', 'street-light', 'flooding', 'pavement'];
const moves = ['submitted', 'in-progress', 'answered', 'closed'];
const layer = {
  type: 'FeatureCollection',
  features: [...Array(60).keys()].map((i) => {
    const code = `HUE-26-0000${200 + i}`;
    const coordinates = [107.55 + ((i * 37) % 61) / 700, 16.43 + ((i * 53) % 59) / 900];
    return { type: 'Feature', id: code, geometry: { type: 'Point', coordinates }, properties: { code, category: kinds[i % 4], commune: i % 3 === 0 ? '19753' : '19789', status: moves[i % 4], agency: 'so-xay-dung', submittedAt: '2026-11-22T07:05:00Z', dueAt: '2026-11-25T10:00:00Z', answeredAt: null } };
  }),
};

const map = (differs: Answers, selector: string, attributes: { readonly open?: boolean; readonly commune?: string; readonly category?: string } = {}): State => ({
  show: ({ language }) => html`<tt-reports-map lang=${language} embed-key=${newState()} ?open=${attributes.open} commune=${attributes.commune ?? nothing} category=${attributes.category ?? nothing}>
    <a href="/phan-anh/ban-do">Xem bản đồ phản ánh của thành phố</a> hoặc gọi 0234 1022</tt-reports-map>`,
  answer: province({ 'GET /api/field-reports/layers/reports': layer, ...differs }),
  async ready(root) {
    const { shadowRoot } = await drawn(root, 'tt-reports-map');
    await seen(() => shadowRoot.querySelector(selector) ?? shadowRoot.querySelector('tt-points-map')?.shadowRoot?.querySelector(selector));
  },
});

export const specimen: Specimen = {
  what: { vi: 'Bản đồ phản ánh công khai, kèm danh sách.', en: 'Public reports on a map, with their list.' },
  wide: true,
  states: {
    loading: map({ 'GET /api/embed/check': silent }, '.hint'),
    list: map({}, 'li'),
    open: map({}, '.leaflet-pane', { open: true }),
    commune: map({}, '.leaflet-pane', { open: true, commune: '19753' }),
    empty: map({ 'GET /api/field-reports/reports': { items: [], next: null } }, '.notice', { category: 'flooding' }),
    refused: map({ 'GET /api/field-reports/reports': problem(429, 'too-many-requests', 'Quá nhiều yêu cầu, xin thử lại sau ít phút.', 'Too many requests, please try again in a few minutes.') }, 'slot'),
    suspended: map(refusal('province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.', 'The services of this province are suspended.'), 'slot'),
    unreachable: map({ 'GET /api/field-reports/reports': undefined }, '[role=alert]'),
  },
};

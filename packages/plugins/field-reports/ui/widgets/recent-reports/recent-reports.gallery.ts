import { drawn, type Specimen, type State } from '@tinhthong/ui-webcomponents/specimen';
import { html, nothing } from 'lit';
import { type Answers, newState, province, refusal, seen, silent } from '../../samples/sample-province.ts';
import './recent-reports.ts';

const recent = (differs: Answers, selector: string, commune?: string): State => ({
  show: ({ language }) => html`<tt-recent-reports lang=${language} embed-key=${newState()} commune=${commune ?? nothing}><a href="/phan-anh">Xem phản ánh của thành phố</a> hoặc gọi 0234 1022</tt-recent-reports>`,
  answer: province(differs),
  async ready(root) {
    const { shadowRoot } = await drawn(root, 'tt-recent-reports');
    await seen(() => shadowRoot.querySelector(selector));
  },
});

export const specimen: Specimen = {
  what: { vi: 'Phản ánh mới nhất của tỉnh hoặc của một xã, phường.', en: 'The latest reports of the province or of one commune.' },
  states: {
    loading: recent({ 'GET /api/embed/check': silent }, '.hint'),
    ready: recent({}, 'li'),
    empty: recent({ 'GET /api/field-reports/reports': { items: [], next: null } }, '.notice', '19753'),
    suspended: recent(refusal('province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.', 'The services of this province are suspended.'), 'slot'),
    unreachable: recent({ 'GET /api/field-reports/reports': undefined }, '[role=alert]'),
  },
};

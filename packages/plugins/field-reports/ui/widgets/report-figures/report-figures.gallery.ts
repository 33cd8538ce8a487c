import { drawn, type Specimen, type State } from '@tinhthong/ui-webcomponents/specimen';
import { html } from 'lit';
import { type Answers, fewFigures, newState, province, refusal, seen, silent, withheldFigures } from '../../samples/sample-province.ts';
import './report-figures.ts';

const figures = (differs: Answers, selector: string): State => ({
  show: ({ language }) => html`<tt-report-figures lang=${language} embed-key=${newState()}><a href="/phan-anh/so-lieu">Số liệu phản ánh</a></tt-report-figures>`,
  answer: province(differs),
  async ready(root) {
    const { shadowRoot } = await drawn(root, 'tt-report-figures');
    await seen(() => shadowRoot.querySelector(selector));
  },
});

export const specimen: Specimen = {
  what: { vi: 'Đúng hạn, hài lòng, thời gian xử lý.', en: 'Handled in time, satisfied, how long it takes.' },
  states: {
    loading: figures({ 'GET /api/embed/check': silent }, '.hint'),
    ready: figures({}, 'dl'),
    withheld: figures({ 'GET /api/field-reports/figures': withheldFigures }, 'dl'),
    'too-few': figures({ 'GET /api/field-reports/figures': fewFigures }, 'dl'),
    suspended: figures(refusal('province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.', 'The services of this province are suspended.'), 'slot'),
    unreachable: figures({ 'GET /api/field-reports/figures': undefined }, '[role=alert]'),
  },
};

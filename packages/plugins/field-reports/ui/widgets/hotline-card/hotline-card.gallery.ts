import { drawn, type Specimen, type State } from '@tinhthong/ui-webcomponents/specimen';
import { html, nothing } from 'lit';
import { type Answers, newState, province, refusal, seen, silent } from '../../samples/sample-province.ts';
import './hotline-card.ts';

const card = (differs: Answers, selector: string, { number, hours, emergency = false }: { number?: string; hours?: string; emergency?: boolean } = {}): State => ({
  show: ({ language }) => html`<tt-hotline-card lang=${language} embed-key=${newState()} number=${number ?? nothing} hours=${hours ?? nothing} ?emergency=${emergency}><a href="tel:02341022">0234 1022</a></tt-hotline-card>`,
  answer: province(differs),
  async ready(root) {
    const { shadowRoot } = await drawn(root, 'tt-hotline-card');
    await seen(() => shadowRoot.querySelector(selector));
  },
});

export const specimen: Specimen = {
  what: { vi: 'Đường dây nóng: số, giờ trực, gọi ai khi nguy hiểm.', en: 'The hotline: number, hours, whom to call in danger.' },
  states: {
    loading: card({ 'GET /api/embed/check': silent }, '.hint'),
    ready: card({}, '.card'),
    full: card({}, '.card', { hours: '7:00–21:00 hằng ngày, kể cả ngày lễ', emergency: true }),
    'number-of-its-own': card({ 'GET /api/embed/check': undefined }, '.card', { number: '0234 3522 000', hours: 'Giờ hành chính' }),
    suspended: card(refusal('province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.', 'The services of this province are suspended.'), 'slot'),
  },
};

import { html, type TemplateResult } from 'lit';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import type { Specimen, Surrounding } from '../specimen/specimen.ts';

const row = ({ say }: Surrounding, disabled = false): TemplateResult => html`<p class="actions">
  <button ?disabled=${disabled}>${say('Gửi phản ánh', 'Send the report')}</button>
  <button class="second" ?disabled=${disabled}>${icon(drawings.locate)}${say('Dùng vị trí của tôi', 'Use my position')}</button>
  <button class="grave" ?disabled=${disabled}>${say('Bỏ bản nháp', 'Discard the draft')}</button>
  <button class="plain" ?disabled=${disabled}>${say('Lưu nháp', 'Save a draft')}</button>
  ${disabled ? '' : html`<a class="button" href="#buttons">${say('Tra cứu', 'Look it up')}</a>`}</p>`;

/** What every element has: `TtElement.styles`. */
export const specimen: Specimen = {
  what: { vi: 'Nút chính, nút phụ, nút cho việc không hoàn tác được.', en: 'The main button, the second one, and one for what cannot be undone.' },
  states: {
    all: { show: (around) => row(around) },
    disabled: { show: (around) => row(around, true) },
    'side-by-side-and-long': {
      show: ({ say }) => html`<p class="actions"><button>${say('Gửi phản ánh này tới Trung tâm điều hành đô thị thông minh thành phố Huế', 'Send this report to the operations centre of the city of Huế')}</button><button class="plain">${say('Quay lại', 'Go back')}</button></p>`,
    },
  },
};

import { html } from 'lit';
import type { Specimen, Surrounding } from '../specimen/specimen.ts';
import './dialog.ts';
import type { Dialog } from './dialog.ts';

const close = ({ target }: Event) => ((target as Element).closest('tt-dialog') as Dialog).close();
const show = ({ say }: Surrounding, open: boolean, paragraphs = 1) => html`<button class="second" @click=${({ target }: Event) => ((target as Element).nextElementSibling as Dialog).setAttribute('open', '')}>${say('Bỏ bản nháp', 'Discard the draft')}</button>
  <tt-dialog heading=${say('Bỏ bản nháp này?', 'Discard this draft?')} ?open=${open}>
    ${[...Array(paragraphs).keys()].map(() => html`<p>${say('Bản nháp chỉ có trên máy này. Bỏ rồi thì không lấy lại được nội dung và 2 ảnh đã chọn.', 'The draft is on this device only. Once discarded, its text and 2 pictures cannot be had back.')}</p>`)}
    <button slot="actions" class="grave" @click=${close}>${say('Bỏ bản nháp', 'Discard the draft')}</button>
    <button slot="actions" class="second" @click=${close}>${say('Giữ lại', 'Keep it')}</button>
  </tt-dialog>`;

export const specimen: Specimen = {
  what: { vi: 'Hỏi lại trước khi làm tiếp.', en: 'Asks before going on.' },
  states: {
    closed: { show: (around) => show(around, false) },
    open: { show: (around) => show(around, true) },
    long: { show: (around) => show(around, true, 24) },
  },
};

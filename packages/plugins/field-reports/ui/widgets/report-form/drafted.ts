import type { Say } from '@tinhthong/ui-webcomponents';
import { html, type TemplateResult } from 'lit';

export interface Drafted {
  readonly say: Say;
  /** Whether it is there after the page has been closed. */
  readonly lasting: boolean;
  goOn(): void;
  putOff(): void;
}

/** A draft was saved, or the browser would not have it. */
export function drafted({ say, lasting, goOn, putOff }: Drafted): TemplateResult {
  return html`<h2 tabindex="-1" data-heading>${lasting ? say('Đã lưu nháp trên máy này', 'The draft is saved on this device') : say('Trình duyệt không cho lưu nháp', 'The browser lets no draft be saved')}</h2>
    <p>${lasting
      ? say('Chưa gửi đi đâu cả. Mở lại trang này trên máy này để viết tiếp và gửi.', 'Nothing was sent. Open this page again on this device to go on and send it.')
      : say('Bản nháp chỉ còn đến khi bạn đóng trang này.', 'The draft is there only until you close this page.')}</p>
    <p class="actions"><button type="button" @click=${goOn}>${say('Viết tiếp', 'Go on writing')}</button>
      <button type="button" class="second" @click=${putOff}>${say('Để sau', 'Later')}</button></p>`;
}

import type { Home, Say, Text } from '@tinhthong/ui-webcomponents';
import { notice } from '@tinhthong/ui-webcomponents/status';
import { html, type TemplateResult } from 'lit';

const causes: Readonly<Record<string, { readonly title: Text; readonly what: Text }>> = {
  offline: {
    title: { vi: 'Đang mất mạng, phản ánh chưa được gửi', en: 'There is no connection, your report is not sent yet' },
    what: { vi: 'Khi có mạng, phản ánh tự được gửi.', en: 'It is sent by itself once there is a connection.' },
  },
  'too-many-requests': {
    title: { vi: 'Đang có quá nhiều người gửi, phản ánh chưa được nhận', en: 'Too many people are sending now, your report is not in yet' },
    what: { vi: 'Phản ánh tự được gửi lại sau ít phút.', en: 'It is sent again by itself in a few minutes.' },
  },
  'province-suspended': {
    title: { vi: 'Dịch vụ của tỉnh đang tạm ngừng, phản ánh chưa được gửi', en: 'The services of the province are suspended, your report is not sent yet' },
    what: { vi: 'Phản ánh tự được gửi khi dịch vụ hoạt động lại.', en: 'It is sent by itself once they are back.' },
  },
};

const unanswered = {
  title: { vi: 'Hệ thống của tỉnh chưa trả lời, phản ánh chưa chắc đã tới', en: 'The system of the province does not answer: it is not sure that your report arrived' },
  what: { vi: 'Phản ánh tự được gửi lại, và chỉ được nhận một lần.', en: 'It is sent again by itself, and is taken in only once.' },
};

export interface Undelivered {
  readonly say: Say;
  readonly home: Home;
  /** Code of the problem, or `offline`. */
  readonly cause: string;
  /** A few words by which its writer knows it again. */
  readonly title: string;
  /** Whether it is there after the page has been closed. */
  readonly lasting: boolean;
  sendNow(): void;
  forget(): void;
}

/** A report that could not be delivered now: why, what happens to it, and whom to call where it cannot wait. */
export function undelivered({ say, home, cause, title: kept, lasting, sendNow, forget }: Undelivered): TemplateResult {
  const { title, what } = causes[cause] ?? unanswered;
  return html`<h2 tabindex="-1" data-heading>${say(title.vi, title.en)}</h2>
    ${notice({ tone: 'warn' }, html`<p>${say(what.vi, what.en)} ${lasting
      ? say('Nó được giữ trên máy này, kể cả khi bạn đóng trang rồi mở lại.', 'It is kept on this device, also when you close this page and come back.')
      : say('Trình duyệt không cho lưu trên máy này, nên hãy giữ trang này mở.', 'The browser lets nothing be kept on this device, so leave this page open.')}</p>
      <p class="muted">“${kept}”</p>
      <p class="actions"><button type="button" class="second" @click=${sendNow}>${say('Gửi ngay', 'Send now')}</button><button type="button" class="plain" @click=${forget}>${say('Bỏ, không gửi nữa', 'Remove it, send nothing')}</button></p>`)}
    <p>${say('Việc gấp, xin gọi', 'If it is urgent, please call')} ${call(home)}.</p>`;
}

/** Above the form, before anything is written: nobody need wait for the line. */
export const withoutLine = (say: Say): TemplateResult =>
  notice({ tone: 'warn', role: 'status' }, html`<p>${say('Đang mất mạng. Bạn cứ viết và bấm gửi: phản ánh được giữ trên máy này và tự đi khi có mạng.', 'There is no connection. Write and press send all the same: your report is kept on this device and goes off once there is one.')}</p>`);

const call = ({ hotline }: Home): TemplateResult => html`<a href="tel:${hotline.replace(/[^\d+]/g, '')}">${hotline}</a>`;

/** Refusals that no correction helps against: the page is at fault, and its visitor needs another way. */
export function isOfThePage(code: string): boolean {
  return code.startsWith('embed-') || ['module-off', 'not-embeddable', 'not-found', 'method-not-allowed'].includes(code);
}

/** Instead of a summary of errors: the text is still there, and this is where it can go. Why is for the webmaster's console. */
export function otherWays(say: Say, home: Home): TemplateResult {
  return html`<div class="notice bad" role="alert" tabindex="-1" data-summary>
    <h2>${say('Trang này hiện không gửi được phản ánh', 'This page cannot send reports now')}</h2>
    <p>${say('Những gì bạn viết vẫn còn bên dưới. Hãy gửi ở trang của tỉnh, hoặc gọi', 'What you have written is still below. Send it on the page of the province, or call')} ${call(home)}.</p>
    <p><a class="look" href="${home.origin}/phan-anh/gui" target="_blank" rel="noopener">${say('Gửi ở trang của tỉnh', 'Send it on the page of the province')}</a></p></div>`;
}

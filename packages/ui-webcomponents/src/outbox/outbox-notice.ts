import { html, nothing, type TemplateResult } from 'lit';
import type { Language, Say } from '../base/language.ts';
import { localTime } from '../base/local-time.ts';
import { notice } from '../status/notice.ts';
import type { Kept } from './kept.ts';

export interface OutboxNotice<Body, Answer> {
  readonly say: Say;
  readonly language: Language;
  readonly items: readonly Kept<Body, Answer>[];
  /** `outbox.lasting` */
  readonly lasting: boolean;
  /** A few words by which a person knows it again. */
  titleOf(body: Body): string;
  /** What the server answered: a code, a link. */
  receiptOf(answer: Answer): unknown;
  /** Takes a draft, or what was refused, back into the form. */
  resume(kept: Kept<Body, Answer>): void;
  sendNow(): void;
  sendAnyway(key: string): void;
  forget(key: string): void;
}

/** What is kept on this device, each with what the person can do about it; nothing where nothing is kept. */
export function outboxNotice<Body, Answer>(of: OutboxNotice<Body, Answer>): TemplateResult {
  return html`<div class="outbox" role="status">${of.items.map((kept) => one(of, kept))}</div>`;
}

function one<Body, Answer>(of: OutboxNotice<Body, Answer>, kept: Kept<Body, Answer>): TemplateResult {
  const { say, lasting } = of;
  const title = of.titleOf(kept.body);
  const at = localTime(kept.keptAt);
  const pictures = kept.files.length === 0 ? '' : say(`, ${kept.files.length} ảnh`, `, ${kept.files.length} ${kept.files.length === 1 ? 'picture' : 'pictures'}`);
  const what = html`<p class="kept">${title} <small>${at}${pictures}</small></p>`;
  const drop = button(say('Bỏ', 'Remove'), title, () => of.forget(kept.key), true);
  if (kept.state === 'sent') {
    return notice({ tone: 'good', title: say('Phản ánh giữ trên máy đã được gửi', 'The report kept on this device was sent') }, html`${what}<div>${of.receiptOf(kept.answer!)}</div><p class="actions">${button(say('Đã xem', 'Seen'), title, () => of.forget(kept.key))}</p>`);
  }
  if (kept.state === 'draft') {
    return notice({ tone: 'none', title: say('Bản nháp trên máy này', 'A draft on this device') }, html`${what}<p class="actions">${button(say('Viết tiếp', 'Go on writing'), title, () => of.resume(kept))}${drop}</p>`);
  }
  if (kept.state === 'refused') {
    const { vi, en } = kept.problem!.messages;
    return notice({ tone: 'bad', title: say('Phản ánh giữ trên máy chưa được nhận', 'The report kept on this device was not accepted') }, html`${what}<p>${say(vi, en)}</p><p class="actions">${button(say('Sửa và gửi lại', 'Correct and send again'), title, () => of.resume(kept))}${drop}</p>`);
  }
  if (kept.state === 'unsure') {
    return notice(
      { tone: 'warn', title: say('Chưa rõ phản ánh đã tới nơi chưa', 'It is not known whether the report arrived') },
      html`${what}<p>${say('Lần gửi trước bị ngắt giữa chừng, đã hơn một ngày. Gửi lại có thể thành hai phản ánh giống nhau.', 'Sending it was cut off more than a day ago. Sent again, it may arrive twice.')}</p><p class="actions">${button(say('Vẫn gửi lại', 'Send it again'), title, () => of.sendAnyway(kept.key))}${drop}</p>`,
    );
  }
  return notice(
    { tone: 'warn', title: say('Chưa gửi được, đang chờ mạng', 'Not sent yet, waiting for a connection') },
    html`${what}<p>${
      lasting
        ? say('Đã giữ trên máy này. Khi có mạng sẽ tự gửi, kể cả khi bạn đóng trang rồi mở lại.', 'It is kept on this device and sent by itself once there is a connection, also when you close this page and come back.')
        : say('Trình duyệt không cho lưu trên máy này. Hãy giữ trang này mở đến khi có mạng, hoặc gọi đường dây nóng.', 'The browser lets nothing be kept on this device. Leave this page open until there is a connection, or call the hotline.')
    }</p><p class="actions">${button(say('Gửi ngay', 'Send now'), title, () => of.sendNow())}${drop}</p>`,
  );
}

function button(words: string, title: string, press: () => void, plain = false): TemplateResult {
  return html`<button type="button" class=${plain ? 'plain' : 'second'} @click=${press}>${words}${title === '' ? nothing : html` <span class="unseen">“${title}”</span>`}</button>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Language, Say } from '../base/language.ts';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { sizeWords } from './size-words.ts';
import type { Picture } from './picture.ts';

interface Acts {
  again(key: number): void;
  remove(key: number): void;
}

/** One picture of the list: what it looks like, how far it is, and what can be done with it. */
export function pictureItem(picture: Picture, number: number, { say, language }: { say: Say; language: Language }, acts: Acts): TemplateResult {
  const { key, name, preview, state, share, file, message } = picture;
  const percent = Math.round(share * 100);
  const which = html`<span class="unseen">${say(`${number}, ${name}`, `picture ${number}, ${name}`)}</span>`;
  return html`<li class=${state}>
    <div class="preview">${preview ?? icon(drawings.picture)}</div>
    <div class="about">
      <p class="name">${name}</p>
      <p class="state">${stateWords()}</p>
      ${state === 'sending' ? html`<progress max="1" .value=${share} aria-label=${say(`Đang gửi ${name}`, `Sending ${name}`)}></progress>` : nothing}
      <p class="acts">${state === 'failed' ? html`<button type="button" class="plain" @click=${() => acts.again(key)}>${say('Gửi lại ảnh', 'Send again')} ${which}</button>` : nothing}
        <button type="button" class="plain remove" data-remove=${key} @click=${() => acts.remove(key)}>${say('Bỏ ảnh', 'Remove')} ${which}</button></p>
    </div>
  </li>`;

  function stateWords(): unknown {
    const size = sizeWords(file.size, language);
    if (state === 'preparing') return say('Đang chuẩn bị …', 'Preparing …');
    if (state === 'sending') return say(`Đang gửi ${percent}% của ${size}`, `Sending ${percent}% of ${size}`);
    if (state === 'waiting') return html`${icon(drawings.clock)} ${say('Sẽ gửi cùng phản ánh, khi có mạng', 'Will be sent with the report, once there is a connection')}`;
    if (state === 'failed') return html`${icon(drawings.warning)} ${say('Chưa gửi được.', 'Not sent.')} ${message}`;
    return html`${icon(drawings.done)} ${say('Đã gửi', 'Sent')} · ${size}`;
  }
}

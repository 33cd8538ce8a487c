import type { Home, Say } from '@tinhthong/ui-webcomponents';
import { localTime } from '@tinhthong/ui-webcomponents';
import { html, nothing, type TemplateResult } from 'lit';
import type { SimilarReport } from '../../api.gen.ts';

export interface Similar {
  readonly say: Say;
  readonly home: Home;
  readonly items: readonly SimilarReport[];
  readonly busy: boolean;
  /** Why a press came to nothing. */
  readonly problem: string | undefined;
  communeName(code: string): string;
  join(code: string): void;
  anyway(): void;
  back(): void;
}

/** Before it is sent its writer sees what may be the same, and chooses. */
export function similarReports({ say, home, items, busy, problem, communeName, join, anyway, back }: Similar): TemplateResult {
  return html`<h2 tabindex="-1" data-heading>${say('Có phải việc này không?', 'Is it one of these?')}</h2>
    <p>${say(
      'Phản ánh của bạn chưa được gửi. Nếu đã có người báo, hãy theo dõi phản ánh đó: đơn vị thấy có thêm người gặp, và bạn được xem tiến độ, đánh giá kết quả.',
      'Your report is not sent yet. If somebody has told of it, follow theirs: the agency sees how many people it concerns, and you can see its progress and rate the result.',
    )}</p>
    ${problem === undefined ? nothing : html`<div class="notice bad" role="alert"><p>${problem}</p></div>`}
    <ul class="similar">${items.map(
      ({ code, text, address, commune, metres, submittedAt, voices }) => html`<li>
        <p class="text" lang="vi">${text}</p>
        <p class="muted">${[address, communeName(commune)].filter(Boolean).join(', ')}${metres === null ? '' : say(` · cách ${metres} m`, ` · ${metres} m away`)} · <span class="time">${localTime(submittedAt)}</span>${voices > 0 ? say(` · ${voices} người cùng báo`, ` · ${voices} more people`) : ''}</p>
        <p class="actions"><button type="button" class="second" ?disabled=${busy} @click=${() => join(code)}>${say('Theo dõi phản ánh này', 'Follow this one instead')}<span class="unseen"> ${code}</span></button>
          <a class="look" href="${home.origin}/phan-anh/${code}" target="_blank" rel="noopener">${say('Xem', 'See')} ${code}</a></p></li>`,
    )}</ul>
    <p class="actions"><button type="button" ?disabled=${busy} @click=${anyway}>${busy ? say('Đang gửi …', 'Sending …') : say('Việc của tôi khác, vẫn gửi', 'Mine is something else, send it')}</button>
      <button type="button" class="plain" ?disabled=${busy} @click=${back}>${say('Sửa lại', 'Change it')}</button></p>`;
}

import { qrModules } from '@tinhthong/core/qr-modules';
import type { Home, Say } from '@tinhthong/ui-webcomponents';
import { localTime } from '@tinhthong/ui-webcomponents';
import { html, nothing, type TemplateResult } from 'lit';
import type { SubmittedReport } from '../../api.gen.ts';

/** What the server answered to a report, or to a voice, which has no deadline of its own. */
export type Answered = Pick<SubmittedReport, 'code' | 'followUp'> & { readonly dueAt?: string };

/** Where its reporter follows it. The secret stands behind the `#`, which no server sees. */
export function followAddress({ origin }: Pick<Home, 'origin'>, { code, followUp }: Answered): string {
  return `${origin || location.origin}/phan-anh/theo-doi?code=${code}#${followUp}`;
}

/** The two codes, the link that holds both, and the same as a QR code for another device. */
export function receipt(say: Say, home: Home, answered: Answered): TemplateResult {
  const { code, followUp, dueAt } = answered;
  const address = followAddress(home, answered);
  return html`<div class="receipt">
    <dl><div><dt>${say('Mã phản ánh', 'Code of the report')}</dt><dd class="code">${code}</dd></div>
      <div><dt>${say('Mã theo dõi, chỉ riêng bạn có', 'Follow-up code, yours alone')}</dt><dd class="code">${followUp}</dd></div></dl>
    <div class="scan">${qrCode(address, say('Mã QR dẫn đến trang theo dõi phản ánh này', 'QR code of the page where this report is followed'))}
      <p class="muted">${say('Quét để theo dõi trên điện thoại khác', 'Scan to follow it on another phone')}</p></div>
  </div>
  <p><b>${say('Hãy chụp lại màn hình này, hoặc ghi lại hai mã.', 'Take a picture of this screen, or write both codes down.')}</b>
    ${say('Có mã bạn xem được tiến độ, đánh giá và mở lại. Mất mã thì chỉ gửi lại được đến liên hệ bạn đã để lại.', 'With them you follow, rate and reopen it. Lost, they are sent again only to a contact that you left.')}</p>
  ${dueAt === undefined ? nothing : html`<p>${say('Bạn nhận trả lời chậm nhất', 'You get an answer by')} <b class="time">${localTime(dueAt)}</b>.</p>`}
  <p class="actions"><a class="button" href=${address} target="_blank" rel="noopener">${say('Theo dõi phản ánh này', 'Follow this report')}</a>${copyButton(say, address)}</p>`;
}

/** Dark on light in every theme: cameras read it no other way. */
function qrCode(text: string, label: string): TemplateResult {
  const rows = qrModules(text);
  const quiet = 4;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : ''))).join('');
  const size = rows.length + 2 * quiet;
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"></path><path fill="#000" d=${path}></path></svg>`;
}

/** Pages without TLS have no clipboard. */
function copyButton(say: Say, address: string): TemplateResult | typeof nothing {
  if (!('clipboard' in navigator)) return nothing;
  const copy = async ({ currentTarget }: Event) => {
    const button = currentTarget as HTMLButtonElement;
    const told = button.nextElementSibling!;
    told.textContent = await navigator.clipboard.writeText(address).then(() => say('Đã chép liên kết.', 'The link is copied.'), () => say('Trình duyệt không cho chép.', 'The browser does not allow it.'));
  };
  return html`<button type="button" class="second" @click=${copy}>${say('Chép liên kết', 'Copy the link')}</button><span role="status"></span>`;
}

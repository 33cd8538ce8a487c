import type { Html, Say } from '@tinhthong/core';
import { html } from 'hono/html';
import { videoScript } from './scripts.ts';

/** For the reporter, once the report is sent: its one video, piece by piece. Stays hidden where the script does not run. */
export function videoForm(say: Say, megabytes: number, code: string, followUp: string): Html | '' {
  if (megabytes === 0) return '';
  return html`<form class="facts" action="/phan-anh/video" data-video hidden
data-sending="${say('Đang gửi', 'Sending')}" data-waiting="${say('Mất kết nối, sẽ tự gửi tiếp …', 'The line is gone; it goes on by itself …')}"
data-broken="${say('Chưa gửi xong. Chọn lại đúng video này để gửi tiếp từ chỗ dừng.', 'Not done. Choose the same video again to go on where it stopped.')}"
data-done="${say('Đã nhận video. Cán bộ thấy ngay; trang công khai hiện video sau khi gỡ dữ liệu ẩn.', 'The video is received. Staff see it now; the public page shows it once hidden data is removed.')}">
<input type="hidden" name="code" value="${code}"><input type="hidden" name="followUp" value="${followUp}">
<div class="field"><label for="video">${say('Thêm một video (không bắt buộc)', 'Add a video (optional)')}</label>
<p class="hint" id="video-hint">${say(`Tối đa ${megabytes} MB. Đứt mạng thì gửi tiếp từ chỗ dừng.`, `At most ${megabytes} MB. After a break it goes on where it stopped.`)}</p>
<input id="video" name="video" type="file" accept="video/*" aria-describedby="video-hint" required></div>
<progress class="wide" max="1" value="0" hidden aria-label="${say('Đã gửi', 'Sent')}"></progress><p role="status"></p>
<div class="actions"><button class="second">${say('Gửi video', 'Send the video')}</button></div></form>
<script type="module" src="${videoScript.path}"></script>`;
}

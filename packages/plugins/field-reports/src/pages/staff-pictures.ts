import { formatNumber, type Html, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { EvidenceFlag } from '../media/evidence.ts';
import type { StaffReport } from './environment.ts';
import { videoPlayer } from './video-player.ts';

const flagWords: Readonly<Record<EvidenceFlag, { readonly vi: string; readonly en: string }>> = {
  far: { vi: 'chụp xa nơi xảy ra', en: 'taken far from the place' },
  'other-province': { vi: 'chụp ở tỉnh khác', en: 'taken in another province' },
  'other-commune': { vi: 'chụp ở xã, phường khác', en: 'taken in another commune' },
  old: { vi: 'chụp đã lâu', en: 'taken long before' },
  future: { vi: 'đồng hồ máy ảnh sai', en: 'the clock of the camera is wrong' },
};

const videoWords = {
  arriving: { vi: 'Video đang được gửi lên.', en: 'A video is arriving.' },
  arrived: { vi: 'Video đã đến, đang gỡ dữ liệu ẩn.', en: 'A video has arrived and is being cleaned.' },
  ready: { vi: 'Mọi người thấy video này.', en: 'Everybody sees this video.' },
  'staff-only': { vi: 'Máy chủ chưa có ffmpeg nên chưa gỡ được dữ liệu ẩn: chỉ cán bộ xem video này.', en: 'The server has no ffmpeg, so the video could not be cleaned: it is for staff alone.' },
  withheld: { vi: 'Video đã được cất khỏi công chúng.', en: 'The video is withheld from the public.' },
  refused: { vi: 'Tệp gửi lên không phải là video đọc được.', en: 'What arrived is not a video that can be read.' },
} as const;

/** Pictures as handlers see them: each with where and when it was taken, and what to look at twice. */
export function staffPictures(say: Say, { evidence, afterPhotoNote, video }: StaffReport): Html | '' {
  if (evidence.length === 0 && video === null) return '';
  return html`${evidence.length === 0 ? '' : html`<ul class="pictures plain">${evidence.map(({ url, after, extension, takenAt, metres, flags }, i) => {
    const what = after ? say('Sau xử lý', 'After handling') : extension ? say('Khi gia hạn', 'With the extension') : say('Khi gửi', 'As reported');
    const said = [takenAt === null ? '' : html`${say('chụp', 'taken')} ${timeTag(new Date(takenAt))}`, metres === null ? '' : say(`cách nơi xảy ra ${formatNumber(say, metres)} m`, `${formatNumber(say, metres)} m from the place`)].filter((one) => one !== '');
    return html`<li><figure><a href="${url}"><img src="${url}" alt="${what}, ${say('ảnh', 'picture')} ${i + 1}/${evidence.length}" loading="lazy"></a>
<figcaption class="hint">${what}${said.length === 0 ? html`; ${say('ảnh không ghi nơi chụp, giờ chụp', 'it does not say where or when it was taken')}` : said.map((one) => html`; ${one}`)}${flags.map((flag) => html` <b>${say('Xem kỹ:', 'Look twice:')} ${say(flagWords[flag])}.</b>`)}</figcaption></figure></li>`;
  })}</ul>`}
${afterPhotoNote === null ? '' : html`<p class="hint">${say('Ảnh sau xử lý không chụp gần đó vì:', 'No after-photo was taken near, because:')} <span lang="vi">${afterPhotoNote}</span></p>`}
${video === null ? '' : html`${videoPlayer(say, video)}<p class="hint">${say(videoWords[video.state])}</p>`}`;
}

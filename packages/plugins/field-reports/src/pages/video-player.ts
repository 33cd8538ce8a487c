import type { Html, Say } from '@tinhthong/core';
import { html } from 'hono/html';

/** Nothing is loaded before somebody presses play: a phone on 3G pays for it. */
export function videoPlayer(say: Say, video: { readonly url: string | null; readonly poster: string | null } | null): Html | '' {
  if (video?.url == null) return '';
  return html`<figure><video class="wide" controls playsinline preload="none" src="${video.url}"${video.poster === null ? '' : html` poster="${video.poster}"`}></video><figcaption class="hint">${say('Video của người gửi', 'Video of the reporter')}</figcaption></figure>`;
}

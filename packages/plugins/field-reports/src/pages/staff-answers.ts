import type { Html, Say } from '@tinhthong/core';
import { html } from 'hono/html';
import type { StaffReport } from './environment.ts';

/** Answers to the questions of the category; addresses of pictures elsewhere as text, for nobody is to follow them by accident. */
export function answersFacts(say: Say, { answers, mediaUrls }: StaffReport): Html | '' {
  if (answers.length === 0 && mediaUrls.length === 0) return '';
  return html`${answers.map(({ question, answer }) => html`<div><dt>${say(question)}</dt><dd lang="vi">${answer}</dd></div>`)}
${mediaUrls.length > 0 ? html`<div><dt>${say('Ảnh ở nơi khác, chưa tải về', 'Pictures elsewhere, not fetched')}</dt>${mediaUrls.map((url) => html`<dd><code>${url}</code></dd>`)}</div>` : ''}`;
}

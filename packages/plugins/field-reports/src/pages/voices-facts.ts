import { type Html, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { StaffReport } from './environment.ts';

/** Who else said the same, among the facts that staff see of a report. */
export function voicesFacts(say: Say, { voices, mergedInto, mergedHere, voiceRemarks }: StaffReport): Html {
  const link = (code: string) => html`<dd><a href="/phan-anh/viec/${code}">${code}</a></dd>`;
  return html`${voices > 0 ? html`<div><dt>${say('Cùng báo việc này', 'Said the same')}</dt><dd>${say(`${voices} người khác`, `${voices} more people`)}</dd></div>` : ''}
${mergedInto === null ? '' : html`<div><dt>${say('Đã gộp vào', 'Merged into')}</dt>${link(mergedInto)}</div>`}
${mergedHere.length === 0 ? '' : html`<div><dt>${say('Đã gộp vào đây', 'Merged into this one')}</dt>${mergedHere.map(link)}</div>`}
${voiceRemarks.length === 0 ? '' : html`<div><dt>${say('Người cùng báo nói thêm', 'What they added')}</dt>${voiceRemarks.map(({ at, text }) => html`<dd><span class="pre" lang="vi">${text}</span> <small>${timeTag(new Date(at))}</small></dd>`)}</div>`}`;
}

import { field, type Form, type Html, onceField, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { ReportContext } from '../module.ts';
import type { StaffReport } from './environment.ts';
import { agencyName, type Names } from './names.ts';

/** The parts of coordinating agencies as staff see them: what has come in, what is missing, a form for one's own. */
export function coordination(ctx: ReportContext, say: Say, names: Names, { code, status, parts }: StaffReport, kept: Pick<Form, 'text'> | undefined): Html | '' {
  if (parts.length === 0) return '';
  const missing = parts.filter(({ text }) => text === null).length;
  const own = parts.find(({ agency }) => agency === ctx.actor.agency && ctx.can('contribution:write', { agency }));
  const isOpen = ['assigned', 'in-progress', 'reopened'].includes(status);
  return html`<section id="parts"><h2>${say('Đơn vị phối hợp', 'Coordinating agencies')}</h2>
<p>${missing === 0 ? say('Đã có đủ các phần.', 'All parts are in.') : say(`Còn thiếu ${missing}/${parts.length} phần.`, `${missing} of ${parts.length} parts are missing.`)}</p>
<dl class="facts">${parts.map(
    ({ agency, text, givenAt }) => html`<div><dt>${agencyName(say, names, agency)}</dt>${
      text === null ? html`<dd class="muted">${say('Chưa có', 'Missing')}</dd>` : html`<dd class="pre" lang="vi">${text}</dd>${givenAt === null ? '' : html`<dd><small>${timeTag(new Date(givenAt))}</small></dd>`}`
    }</div>`,
  )}</dl>
${
  own === undefined || !isOpen
    ? ''
    : html`<form class="move" method="post" action="/phan-anh/viec/${code}/contribute">${onceField()}
${field(
        { name: 'text', label: say('Phần của đơn vị bạn', "Your agency's part"), hint: say('Đơn vị chủ trì ghép vào một câu trả lời cho người dân.', 'The lead agency merges it into the one answer to the citizen.') },
        (attributes) => html`<textarea ${attributes} required minlength="5" maxlength="4000" rows="4">${kept?.text('text') || own.text || ''}</textarea>`,
      )}<button>${own.text === null ? say('Gửi phần phối hợp', 'Send this part') : say('Gửi lại', 'Send again')}</button></form>`
}</section>`;
}

/** What the lead begins its answer with: the parts that have come in, to be merged into one text. */
export function mergedParts(names: Names, say: Say, { parts }: StaffReport): string {
  return parts.flatMap(({ agency, text }) => (text === null ? [] : [`${agencyName(say, names, agency)}: ${text}`])).join('\n\n');
}

import { type Html, onceField, page, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { type MoveName, nextMoves, type ReportState } from '../handling/report-states.ts';
import { listInbox } from '../reading/list-inbox.ts';
import type { Listed, ListedPage, PageRequest } from './environment.ts';
import { given, pageLinks } from './list-page.ts';
import { namesOf } from './names.ts';
import { isOnward, mayMove } from './may-move.ts';
import { ordersWaiting } from './orders-waiting.ts';
import { partsWaiting } from './parts-waiting.ts';
import { reportCard } from './report-card.ts';
import { moveWords, stateWords } from './words.ts';

const perPage = 20;
const queues = ['submitted', 'accepted', 'assigned', 'in-progress', 'reopened', 'answered'] as const satisfies readonly ReportState[];
/** `/phan-anh/viec`: what the signed-in officer may see, the most urgent first, with the next move at hand. */
export async function workListPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { status, cursor } = given(c, ['status', 'cursor']);
  const { items, next } = (await c.get('call')(listInbox, { query: { status, cursor, limit: perPage } })) as ListedPage;
  const names = await namesOf(ctx);
  const cards = items.map((report) => {
    const href = `/phan-anh/viec/${report.code}`;
    const possible = nextMoves(report.status).filter((move) => mayMove(ctx, move, report));
    return reportCard(say, names, report, ctx.now(), { href, under: possible.length === 0 ? '' : moveButtons(say, report, possible, href) });
  });
  return page(c, {
    title: say('Việc của tôi', 'My work'),
    body: html`<div class="wrap"><div class="title"><h1>${say('Việc của tôi', 'My work')}</h1></div>
${cursor === undefined ? html`${await ordersWaiting(c, names)}${await partsWaiting(c, names)}` : ''}
<nav class="tabs" aria-label="${say('Theo trạng thái', 'By status')}"><ul>${[undefined, ...queues].map((queue) => tab(say, queue, status))}</ul></nav>
<h2 class="unseen">${say('Danh sách', 'List')}</h2>
${cards.length === 0 ? html`<div class="notice good"><p>${say('Không có phản ánh nào chờ ở đây.', 'No reports are waiting here.')}</p></div>` : html`<ul class="cards">${cards}</ul>`}
${pageLinks(say, '/phan-anh/viec', { status }, cursor, next)}</div>`,
  });
}

function tab(say: Say, queue: ReportState | undefined, chosen: string | undefined): Html {
  const href = queue === undefined ? '/phan-anh/viec' : `/phan-anh/viec?status=${queue}`;
  return html`<li><a href="${href}"${queue === chosen ? html` aria-current="page"` : ''}>${queue === undefined ? say('Đang mở', 'Open') : say(stateWords[queue])}</a></li>`;
}

/** The move that brings it on, where a press is enough; everything else has its form on the report's own page. */
function moveButtons(say: Say, { code, status }: Listed, possible: readonly MoveName[], href: string): Html {
  const pressed = possible.find((move) => move !== 'answer' && isOnward(status, move));
  const others = possible.length > (pressed === undefined ? 0 : 1);
  return html`<div class="actions over">${pressed === undefined ? '' : html`<form method="post" action="${href}/${pressed}">${onceField()}<button>${say(moveWords[pressed].button)}<span class="unseen"> ${code}</span></button></form>`}
${others ? html`<a class="button second" href="${href}#moves">${say('Xử lý', 'Handle')}<span class="unseen"> ${code}</span></a>` : ''}</div>`;
}

import { field, type FieldErrors, type Form, type Html, icon, onceField, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { z } from 'zod';
import type { ClockKind } from '../clocks/clocks.ts';
import { handledStates } from '../clocks/lock-report.ts';
import type { clocksShape } from '../clocks/read-clocks.ts';
import { openStates } from '../handling/report-states.ts';
import type { ReportContext } from '../module.ts';
import type { StaffReport } from './environment.ts';
import { agencyName, type Names } from './names.ts';
import { byName, options } from './options.ts';
import { photoField, type Photo } from './photos.ts';

export type ShownClocks = z.output<typeof clocksShape>;

/** What was filled in when a form comes back, and what is wrong with it. */
export interface ClockDraft {
  readonly action: string;
  readonly form: Pick<Form, 'text'>;
  readonly photos: readonly Photo[];
  readonly errors: FieldErrors;
}

export const clockWords: Readonly<Record<ClockKind, { readonly vi: string; readonly en: string }>> = {
  accept: { vi: 'Tiếp nhận', en: 'Accept' },
  assign: { vi: 'Chuyển xử lý', en: 'Assign' },
  answer: { vi: 'Xử lý', en: 'Handle' },
  whole: { vi: 'Toàn bộ', en: 'The whole' },
  coordinate: { vi: 'Phối hợp', en: 'Coordinate' },
  order: { vi: 'Chỉ đạo', en: 'Order' },
};

/** Stage after stage, what runs beside them, and the whole at the end. */
const inOrder: readonly ClockKind[] = ['accept', 'assign', 'answer', 'coordinate', 'order', 'whole'];

/** The time of a report as staff see it: each clock, what was paused, extended and ordered, and the forms that are theirs. */
export function clocksPanel(ctx: ReportContext, say: Say, names: Names, report: StaffReport, shown: ShownClocks, draft: ClockDraft | undefined): Html {
  return html`<section id="clocks"><h2>${say('Thời hạn', 'Time')}</h2>
<table class="clocks"><thead><tr><th scope="col">${say('Đồng hồ', 'Clock')}</th><th scope="col">${say('Hạn', 'Due')}</th><th scope="col">${say('Tình trạng', 'How it stands')}</th></tr></thead>
<tbody>${shown.clocks.toSorted((a, b) => inOrder.indexOf(a.kind) - inOrder.indexOf(b.kind)).map((clock) => clockRow(say, names, clock, ctx.now()))}</tbody></table>
${ledger(say, names, shown)}
${forms(ctx, say, names, report, shown, draft)}</section>`;
}

function clockRow(say: Say, names: Names, { kind, agency, dueAt, pausedAt, stoppedAt, inTime, rung }: ShownClocks['clocks'][number], now: Date): Html {
  const late = stoppedAt === null ? pausedAt === null && now > new Date(dueAt) : inTime === false;
  const words =
    stoppedAt !== null
      ? inTime === null
        ? say('Không còn tính', 'No longer counted')
        : inTime
          ? say('Đúng hạn', 'In time')
          : say('Trễ hạn', 'Late')
      : pausedAt !== null
        ? say('Tạm dừng', 'Paused')
        : late
          ? rung > 1
            ? say(`Quá hạn, đã báo ${rung} cấp`, `Late, ${rung} levels told`)
            : say('Quá hạn', 'Late')
          : say('Đang tính', 'Running');
  return html`<tr><th scope="row">${say(clockWords[kind])}${agency === null ? '' : html`<br><small>${agencyName(say, names, agency)}</small>`}</th>
<td>${timeTag(new Date(dueAt))}</td><td>${late ? html`<span class="late">${icon('warning')} ${words}</span>` : words}</td></tr>`;
}

function ledger(say: Say, names: Names, { pauses, extensions, orders }: ShownClocks): Html | '' {
  if (pauses.length + extensions.length + orders.length === 0) return '';
  const states = { requested: say('chờ duyệt', 'to be decided'), granted: say('đã duyệt', 'granted'), refused: say('không duyệt', 'refused') };
  const fact = (name: string, at: Html, text: string, more: Html | '' = '') => html`<div><dt>${name}</dt><dd>${at}</dd><dd class="pre" lang="vi">${text}</dd>${more}</div>`;
  return html`<dl class="facts">
${pauses.map(({ reason, from, until, endedAt }) => fact(endedAt === null ? say('Đang tạm dừng', 'Paused') : say('Đã tạm dừng', 'Was paused'), html`${timeTag(new Date(from))} – ${timeTag(new Date(endedAt ?? until))}`, reason))}
${extensions.map(({ reason, promisedAt, state, refusal, pictures }) =>
    fact(`${say('Gia hạn', 'Extension')}: ${states[state]}`, timeTag(new Date(promisedAt)), reason, html`${refusal === null ? '' : html`<dd class="pre" lang="vi">${refusal}</dd>`}${pictures.length === 0 ? '' : html`<dd><ul class="pictures">${pictures.map((url, i) => html`<li><a href="${url}"><img src="${url}" alt="${say('Ảnh kèm gia hạn', 'Picture with the extension')} ${i + 1}" loading="lazy"></a></li>`)}</ul></dd>`}`),
  )}
${orders.map(({ agency, instruction, dueAt, completedAt, result }) =>
    fact(
      `${say('Chỉ đạo', 'Order')}: ${agencyName(say, names, agency)}`,
      html`${say('hạn', 'due')} ${timeTag(new Date(dueAt))}${completedAt === null ? '' : html`, ${say('xong', 'done')} ${timeTag(new Date(completedAt))}`}`,
      instruction,
      result === null ? '' : html`<dd class="pre" lang="vi">${result}</dd>`,
    ),
  )}</dl>`;
}

function forms(ctx: ReportContext, say: Say, names: Names, report: StaffReport, { clocks, extensions, orders, priority }: ShownClocks, draft: ClockDraft | undefined): Html {
  const { code, status, agency } = report;
  const handles = ctx.can('report:handle', report);
  const whole = clocks.find(({ kind }) => kind === 'whole');
  const paused = clocks.some(({ pausedAt }) => pausedAt !== null);
  const worked = handledStates.includes(status) && whole !== undefined && whole.stoppedAt === null;
  const late = whole !== undefined && !paused && new Date(whole.dueAt) <= ctx.now();
  const asked = extensions.find(({ state }) => state === 'requested');
  const own = orders.filter(({ completedAt, agency: ordered }) => completedAt === null && ctx.can('report:handle', { ...report, agency: ordered }));
  const at = (action: string) => (draft?.action === action ? draft : undefined);
  const form = (action: string, title: string, button: string, inner: Html | '', hidden = ''): Html => html`<details${at(action) === undefined ? '' : html` open`}><summary>${title}</summary>
<form class="move" method="post" action="/phan-anh/viec/${code}/dong-ho/${action}"${action === 'gia-han' ? html` enctype="multipart/form-data"` : ''}>${onceField()}${hidden === '' ? '' : html`<input type="hidden" name="id" value="${hidden}">`}${inner}
<button class="second">${button}</button></form></details>`;
  const text = (action: string, name: string, label: string, hint: string, optional = false) =>
    field({ name, label, hint, error: at(action)?.errors[name] }, (attributes) => html`<textarea ${attributes}${optional ? '' : html` required`} maxlength="1000" rows="3">${at(action)?.form.text(name) ?? ''}</textarea>`);
  const moment = (action: string, name: string, label: string, hint: string, optional = false) =>
    field({ name, label, hint, error: at(action)?.errors[name] }, (attributes) => html`<input ${attributes}${optional ? '' : html` required`} type="datetime-local" value="${at(action)?.form.text(name) ?? ''}">`);
  const select = (action: string, name: string, label: string, choices: Parameters<typeof options>[0], chosen: string) =>
    field({ name, label, error: at(action)?.errors[name] }, (attributes) => html`<select ${attributes}>${options(choices, at(action)?.form.text(name) || chosen)}</select>`);
  const agencies = byName([...names.agencies].map(([id, name]) => [id, say(name)] as const));
  const categories = [...names.categories.values()].map(({ code: id, name }) => [id, say(name)] as const);
  const seen = say('Người dân đọc được.', 'Citizens read it.');
  return html`${handles && paused ? html`<form class="move" method="post" action="/phan-anh/viec/${code}/dong-ho/tiep-tuc">${onceField()}<button class="second">${say('Tiếp tục tính thời hạn', 'Let the clock run again')}</button></form>` : ''}
${
  handles && worked && !paused && !late
    ? form('tam-dung', say('Tạm dừng tính thời hạn', 'Pause the clock'), say('Tạm dừng', 'Pause'), html`${text('tam-dung', 'pauseReason', say('Lý do tạm dừng', 'Reason for the pause'), seen)}
${moment('tam-dung', 'pauseUntil', say('Đến lúc', 'Until'), say(`Để trống: ${ctx.settings.pauseDays} ngày làm việc, cũng là nhiều nhất.`, `Left empty: ${ctx.settings.pauseDays} working days, which is the most.`), true)}`)
    : ''
}
${
  handles && worked && !late && asked === undefined
    ? form('gia-han', say('Đề nghị gia hạn', 'Ask for an extension'), say('Gửi đề nghị', 'Ask'), html`${moment('gia-han', 'promisedAt', say('Hứa trả lời trước', 'Promised by'), say('Sau hạn hiện nay.', 'After the present deadline.'))}
${text('gia-han', 'extensionReason', say('Lý do gia hạn', 'Reason'), seen)}
${photoField(say, at('gia-han')?.photos ?? [], at('gia-han')?.errors['extensionPhotos'], { name: 'extensionPhotos', label: say('Ảnh hiện trạng (không bắt buộc, tối đa 5)', 'Pictures of how it stands (optional, at most 5)'), hint: say('Người dân thấy khi được duyệt.', 'Citizens see them once it is granted.') })}`)
    : ''
}
${
  asked !== undefined && ctx.can('report:extend', report)
    ? html`${form('duyet', say('Duyệt gia hạn', 'Grant the extension'), say('Duyệt', 'Grant'), html`<p lang="vi">${asked.reason}</p><p>${timeTag(new Date(asked.promisedAt))}</p>`, asked.id)}
${form('tu-choi', say('Không duyệt gia hạn', 'Refuse the extension'), say('Không duyệt', 'Refuse'), text('tu-choi', 'refusal', say('Lý do không duyệt', 'Reason for refusing'), say('Đơn vị xử lý đọc được.', 'The agency reads it.')), asked.id)}`
    : ''
}
${own.map(({ id, instruction }) =>
    form('da-lam', say('Báo cáo thực hiện chỉ đạo', 'Report an order as carried out'), say('Gửi báo cáo', 'Report'), html`<p class="pre" lang="vi">${instruction}</p>${text('da-lam', 'result', say('Đã làm gì', 'What was done'), '')}`, id),
  )}
${
  ctx.can('report:order', report)
    ? form('chi-dao', say('Chỉ đạo đơn vị', 'Give an order'), say('Gửi chỉ đạo', 'Order'), html`${select('chi-dao', 'orderAgency', say('Đơn vị thực hiện', 'Agency'), agencies, agency)}
${text('chi-dao', 'instruction', say('Nội dung chỉ đạo', 'What is to be done'), say('Chỉ cán bộ đọc được.', 'Staff alone read it.'))}${moment('chi-dao', 'orderDue', say('Hạn thực hiện', 'Until'), '')}`)
    : ''
}
${
  openStates.includes(status) && ctx.can('report:classify', report)
    ? form('phan-loai', say('Phân loại lại', 'Classify anew'), say('Phân loại lại', 'Classify anew'), html`<p>${say('Hạn được tính lại từ khi tiếp nhận.', 'The deadline is reckoned anew, from acceptance.')}</p>
${select('phan-loai', 'newCategory', say('Lĩnh vực', 'Category'), categories, report.category)}
${select('phan-loai', 'priority', say('Mức ưu tiên', 'Priority'), [['normal', say('Thường', 'Normal')], ['high', say('Cao', 'High')]], priority)}`)
    : ''
}`;
}

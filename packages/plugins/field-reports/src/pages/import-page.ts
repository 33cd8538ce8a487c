import { errorSummary, field, formatNumber, type Html, onceField, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import type { ShownImport } from '../bulk-csv/imports.ts';
import { readImport } from '../bulk-csv/read-import.ts';
import { runImport } from '../bulk-csv/run-import.ts';
import { startImport } from '../bulk-csv/start-import.ts';
import type { PageRequest } from './environment.ts';

const path = '/phan-anh/nhap-csv';
const mostMegabytes = 12;

/** `/phan-anh/nhap-csv`: asks for a file. */
export async function newImportPage(c: PageRequest): Promise<Response> {
  c.get('call').guard(startImport);
  return filePage(c, undefined);
}

/** `POST`: every line of the file is checked and nothing is brought in yet; then the page of this import. */
export async function importFromPage(c: PageRequest): Promise<Response> {
  c.get('call').guard(startImport);
  const say = sayIn(c.get('ctx').language);
  const form = await readForm(c, (mostMegabytes + 1) * 1024 * 1024);
  const [upload] = form.files('file');
  if (upload === undefined) return filePage(c, say('Hãy chọn một tệp CSV.', 'Choose a CSV file.'));
  try {
    const { id } = (await c.get('call')(startImport, { upload, ...(form.repeat && { repeat: form.repeat }) })) as ShownImport;
    return c.redirect(`${path}/${id}`, 303);
  } catch (problem) {
    if (!(problem instanceof Problem) || ![413, 415, 422].includes(problem.status)) throw problem;
    const errors = problem.errors.map(({ message }) => say(message));
    return filePage(c, [say(problem.title), ...(errors.length > 0 ? errors : [problem.detail === undefined ? '' : say(problem.detail)])].filter(Boolean).join(' '));
  }
}

/** `/phan-anh/nhap-csv/<id>`: what the check found, or how far the import has come. */
export async function importPage(c: PageRequest): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  const found = (await c.get('call')(readImport, { params: { id: c.req.param('id') } })) as ShownImport;
  const title = say('Nhập phản ánh từ CSV', 'Reports from a CSV file');
  return page(c, {
    title,
    body: html`<div class="wrap narrow"><p class="crumb"><a href="${path}">${say('Tệp khác', 'Another file')}</a></p><h1>${title}</h1>${standing(say, found)}
<dl class="facts">${fact(say('Dòng trong tệp', 'Lines of the file'), formatNumber(say, found.lines))}${fact(say('Dòng tốt', 'Good lines'), formatNumber(say, found.good))}${fact(say('Dòng hỏng', 'Bad lines'), formatNumber(say, found.bad))}
${found.state === 'checked' ? '' : html`${fact(say('Đã nhập', 'Brought in'), formatNumber(say, found.imported))}${fact(say('Đã có từ trước', 'There already'), formatNumber(say, found.known))}`}${fact(say('Bảng mã', 'Encoding'), found.encoding)}</dl>
${found.bad === 0 ? '' : badLines(say, found)}
${found.state === 'checked' && found.good > 0 ? html`<form class="actions" method="post" action="${path}/${found.id}">${onceField()}<button>${say(`Nhập ${formatNumber(say, found.good)} dòng tốt`, `Bring in ${formatNumber(say, found.good)} good lines`)}</button></form>` : ''}</div>`,
  });
}

/** `POST /phan-anh/nhap-csv/<id>`: brings in the good lines, once. */
export async function runFromPage(c: PageRequest): Promise<Response> {
  const id = c.req.param('id')!;
  const form = await readForm(c);
  await c.get('call')(runImport, { params: { id }, ...(form.repeat && { repeat: form.repeat }) });
  return c.redirect(`${path}/${encodeURIComponent(id)}`, 303);
}

function standing(say: Say, { id, state, good }: ShownImport): Html {
  if (state === 'done') return html`<div class="notice good" role="status"><p>${say('Đã nhập xong.', 'Done.')} <a href="/phan-anh/viec">${say('Xem việc của tôi', 'See my work')}</a></p></div>`;
  if (state === 'running') return html`<div class="notice" role="status"><p>${say('Đang nhập. Bạn có thể rời trang này.', 'Under way. You may leave this page.')} <a href="${path}/${id}">${say('Xem đã đến đâu', 'See how far it is')}</a></p></div>`;
  return html`<div class="notice${good === 0 ? ' bad' : ''}" role="status"><p>${say('Đã kiểm tra từng dòng, chưa nhập gì.', 'Every line is checked; nothing is brought in yet.')}</p></div>`;
}

function badLines(say: Say, { id, bad, problems }: ShownImport): Html {
  return html`<h2>${say('Dòng hỏng', 'Bad lines')}</h2><table><thead><tr><th scope="col">${say('Dòng', 'Line')}</th><th scope="col">${say('Vì sao', 'Why')}</th></tr></thead>
<tbody>${problems.map(({ line, message }) => html`<tr><th scope="row">${line}</th><td>${say({ vi: message.vi, en: message.en ?? message.vi })}</td></tr>`)}</tbody></table>
<p>${bad > problems.length ? say(`Và ${formatNumber(say, bad - problems.length)} dòng nữa. `, `And ${formatNumber(say, bad - problems.length)} more. `) : ''}<a href="/api/field-reports/imports/${id}/refused.csv">${say('Tải các dòng hỏng, kèm lý do', 'Download the bad lines with their reasons')}</a></p>`;
}

const fact = (term: string, value: string): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

function filePage(c: PageRequest, error: string | undefined): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  const title = say('Nhập phản ánh từ CSV', 'Reports from a CSV file');
  return page(c, {
    title: `${error === undefined ? '' : say('Lỗi: ', 'Error: ')}${title}`,
    status: error === undefined ? 200 : 422,
    body: html`<div class="wrap narrow">${errorSummary(say, error === undefined ? {} : { file: error })}<h1>${title}</h1>
<p>${say('Tệp theo dạng lô của Open311: một dòng là một phản ánh. Tệp được kiểm tra từng dòng trước, chưa nhập gì; bạn xem kết quả rồi quyết định.', 'The bulk shape of Open311: one report a line. Every line is checked first and nothing is brought in; you see the result and decide.')}</p>
<form method="post" action="${path}" enctype="multipart/form-data">${onceField()}
${field({ name: 'file', label: say('Tệp CSV', 'CSV file'), hint: say(`Tối đa ${mostMegabytes} MB. UTF-8, UTF-16 hoặc Windows-1258 đều được.`, `At most ${mostMegabytes} MB, in UTF-8, UTF-16 or Windows-1258.`), error }, (attributes) => html`<input ${attributes} type="file" accept=".csv,text/csv" required>`)}
<button>${say('Kiểm tra tệp', 'Check the file')}</button></form>
<p><a href="/api/field-reports/reports.csv">${say('Tải phản ánh công khai cùng dạng, làm mẫu', 'Download public reports in the same shape, as an example')}</a></p></div>`,
  });
}

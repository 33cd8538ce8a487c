import { html } from 'lit';
import type { Specimen, State } from '../specimen/specimen.ts';
import type { Kept } from './kept.ts';
import { outboxNotice } from './outbox-notice.ts';
import './sample-outbox.ts';

type Report = { readonly text: string };
type Answer = { readonly code: string };

const text = 'Đèn đường trước số 12 Lê Lợi không sáng từ tối thứ Hai';
const base: Kept<Report, Answer> = { key: 'k', body: { text }, files: [new Blob(), new Blob()], state: 'waiting', keptAt: Date.parse('2026-11-22T14:05:00+07:00') };
const act = () => {};

const kept = (items: readonly Partial<Kept<Report, Answer>>[], lasting = true): State => ({
  show: ({ say, language }) =>
    outboxNotice<Report, Answer>({
      say,
      language,
      lasting,
      items: items.map((item) => ({ ...base, ...item })),
      titleOf: (body) => body.text,
      receiptOf: ({ code }) => html`<p>${say('Mã phản ánh', 'Code of the report')}: <b>${code}</b></p>`,
      resume: act,
      sendNow: act,
      sendAnyway: act,
      forget: act,
    }),
});
const problem = { type: '/problems/module-off', status: 409, code: 'module-off', title: '', messages: { vi: 'Tỉnh chưa mở dịch vụ này.', en: 'The province does not offer this service now.' }, traceId: '' };

export const specimen: Specimen = {
  what: { vi: 'Nháp và phản ánh chờ gửi, giữ trên máy, gửi đúng một lần.', en: 'Drafts and what waits for the line, kept on the device and sent once.' },
  states: {
    waiting: kept([{}]),
    'storage-blocked': kept([{}], false),
    draft: kept([{ state: 'draft' }]),
    unsure: kept([{ state: 'unsure' }]),
    refused: kept([{ state: 'refused', problem }]),
    sent: kept([{ state: 'sent', files: [], answer: { code: 'HUE-26-0000123' } }]),
    live: { show: () => html`<tt-sample-outbox></tt-sample-outbox>` },
    several: kept([{ state: 'draft' }, {}, { state: 'sent', files: [], answer: { code: 'HUE-26-0000123' } }]),
  },
};

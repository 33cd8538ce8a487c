import { drawn, type Specimen, type State, typeInto } from '@tinhthong/ui-webcomponents/specimen';
import { html } from 'lit';
import { answered, type Answers, followed, problem, newState, province, refusal, seen, silent } from '../../samples/sample-province.ts';
import './track-report.ts';

const track = (differs: Answers = {}, ready?: (root: ShadowRoot) => Promise<unknown>): State => ({
  show: ({ language }) => html`<tt-track-report lang=${language} embed-key=${newState()}><a href="/phan-anh/theo-doi">Theo dõi phản ánh</a> hoặc gọi 0234 1022</tt-track-report>`,
  answer: province(differs),
  async ready(root) {
    const widget = await drawn(root, 'tt-track-report');
    await ready?.(widget.shadowRoot);
  },
});
async function ask(root: ShadowRoot, secret: string): Promise<void> {
  await seen(() => root.querySelector('#code'));
  typeInto(root, '#code', 'hue 26 0000123');
  typeInto(root, '#followUp', secret);
  root.querySelector<HTMLButtonElement>('button')!.click();
}
const found = (differs: Answers, then?: (root: ShadowRoot) => Promise<unknown>) => track(differs, async (root) => {
  await ask(root, 'kZ8mQ2vT4xLr9bNa');
  await seen(() => root.querySelector('.timeline'));
  await then?.(root);
});
const follow = 'POST /api/field-reports/reports/HUE-26-0000123/follow';

export const specimen: Specimen = {
  what: { vi: 'Theo dõi một phản ánh, đánh giá, mở lại.', en: 'Follows a report, rates it, reopens it.' },
  states: {
    loading: track({ 'GET /api/embed/check': silent }),
    codes: track({}, (root) => seen(() => root.querySelector('#code'))),
    wrong: track({ [follow]: problem(403, 'forbidden', 'Bạn không có quyền làm việc này.', 'You may not do this.') }, async (root) => {
      await ask(root, 'sai');
      await seen(() => root.querySelector('[data-summary]'));
    }),
    'in-progress': found({}),
    late: found({ [follow]: { ...followed, dueAt: new Date(Date.now() - 30 * 3_600_000).toISOString() } }),
    adding: found({}, async (root) => {
      root.querySelector<HTMLElement>('summary')!.click();
      await seen(() => root.querySelector('tt-picture-input')?.shadowRoot);
    }),
    answered: found({ [follow]: answered }),
    rated: found({ [follow]: { ...answered, rating: 'accepted', status: 'closed' }, 'POST /api/field-reports/reports/HUE-26-0000123/rate': { code: 'HUE-26-0000123', rating: 'accepted' } }, async (root) => {
      const choice = root.querySelector<HTMLInputElement>('#rating-2')!;
      choice.checked = true;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      root.querySelector<HTMLButtonElement>('.reaction button')!.click();
      await seen(() => root.querySelector('.notice.good [class], .notice.good p'));
    }),
    reopening: found({ [follow]: answered }, async (root) => {
      root.querySelector<HTMLElement>('summary')!.click();
      await seen(() => root.querySelector('tt-picture-input')?.shadowRoot);
    }),
    'too-late-to-reopen': found({ [follow]: answered, 'POST /api/field-reports/reports/HUE-26-0000123/reopen': problem(409, 'too-late-to-reopen', 'Đã quá 15 ngày kể từ khi trả lời; hãy gửi phản ánh mới.', 'More than 15 days have passed since the answer; please send a new report.') }, async (root) => {
      root.querySelector<HTMLElement>('summary')!.click();
      typeInto(root, '#text', 'Ổ gà lại bong ra sau một trận mưa.');
      root.querySelector<HTMLButtonElement>('details button')!.click();
      await seen(() => root.querySelector('[data-summary]'));
    }),
    'of-everybody': track({}, async (root) => {
      await ask(root, '');
      await seen(() => root.querySelector('.timeline'));
    }),
    suspended: track(refusal('province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.', 'The services of this province are suspended.')),
    unreachable: track({ 'GET /api/core/agencies': undefined }, (root) => seen(() => root.querySelector('[role=alert]'))),
  },
};

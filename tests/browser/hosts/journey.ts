import type { FrameLocator, Page } from 'playwright-core';
import { tabTo } from '../keyboard.ts';

export interface Host {
  readonly name: string;
  /** The words of its widgets. */
  readonly language: 'vi' | 'en';
  /** Widgets stand in frames. */
  readonly frames?: boolean;
}

export const hosts: readonly Host[] = [
  { name: 'plain', language: 'vi' },
  { name: 'wordpress', language: 'vi' },
  { name: 'liferay', language: 'en' },
  { name: 'sharepoint', language: 'vi', frames: true },
  { name: 'dnn-webforms', language: 'vi' },
  { name: 'joomla', language: 'vi' },
  { name: 'nukeviet', language: 'vi' },
];

const words = {
  vi: { form: 'Gửi phản ánh', category: 'Việc gì?', description: 'Điều gì đang xảy ra?', commune: 'Xã, phường, đặc khu', send: 'Gửi phản ánh', anyway: /vẫn gửi$/, sent: 'Đã nhận phản ánh của bạn', another: 'Gửi phản ánh khác', sendNow: /^Gửi ngay/, delivered: 'Phản ánh giữ trên máy đã được gửi', code: 'Mã phản ánh', see: 'Xem phản ánh', unreachable: /Không kết nối được tới hệ thống/, figure: 'Phản ánh đã gửi', map: 'Xem trên bản đồ' },
  en: { form: 'Send a report', category: 'What is it about?', description: 'What is wrong?', commune: 'Commune or ward', send: 'Send the report', anyway: /send it$/, sent: 'Your report is received', another: 'Send another report', sendNow: /^Send now/, delivered: 'The report kept on this device was sent', code: 'Code of the report', see: 'See the report', unreachable: /cannot be reached/, figure: 'Reports sent', map: 'Show on a map' },
} as const;
export type Words = (typeof words)[keyof typeof words];

/** What a citizen sees of the widgets on the pages of a host: of each only on the page where it stands. */
export interface Widgets {
  readonly form: Page | FrameLocator;
  readonly recent: Page | FrameLocator;
  readonly track: Page | FrameLocator;
  readonly figures: Page | FrameLocator;
  readonly map: Page | FrameLocator;
  readonly hotline: Page | FrameLocator;
  readonly words: Words;
}

export function widgetsOf(page: Page, { language, frames = false }: Pick<Host, 'language' | 'frames'>): Widgets {
  const frame = (tag: string) => (frames ? page.frameLocator(`iframe[src*="${tag}"]`) : page);
  return { form: frame('tt-report-form'), recent: frame('tt-recent-reports'), track: frame('tt-track-report'), figures: frame('tt-report-figures'), map: frame('tt-reports-map'), hotline: frame('tt-hotline-card'), words: words[language] };
}

/** Fills in the form as somebody without a mouse does; the focus is on the button that sends when this is done. */
export async function fillIn(page: Page, { form, words: say }: Widgets, text: string): Promise<void> {
  const category = form.getByLabel(say.category);
  await category.locator('option').nth(1).waitFor({ state: 'attached' });
  await tabTo(page, category, form);
  // A name that is typed is found by its first letters: waste, of which nothing more is asked.
  await page.keyboard.type(say === words.en ? 'Waste' : 'R');
  await tabTo(page, form.getByLabel(say.description), form);
  await page.keyboard.insertText(text);
  const commune = form.getByRole('combobox', { name: say.commune });
  await tabTo(page, commune, form);
  await page.keyboard.insertText('thuan hoa');
  await form.getByRole('option', { name: 'Thuận Hóa' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, form.getByRole('button', { name: say.send, exact: true }), form);
}

/** Presses Enter on what has the focus, and once more where similar reports are shown first. */
export async function send(page: Page, { form, words: say }: Widgets): Promise<'sent' | 'kept'> {
  await page.keyboard.press('Enter');
  const sent = form.getByRole('heading', { name: say.sent });
  const ended = sent.or(form.getByRole('button', { name: say.sendNow })).first();
  const anyway = form.getByRole('button', { name: say.anyway });
  await ended.or(anyway).first().waitFor();
  if ((await anyway.count()) > 0) {
    await tabTo(page, anyway, form);
    await page.keyboard.press('Enter');
    await ended.waitFor();
  }
  return (await sent.count()) > 0 ? 'sent' : 'kept';
}

/** The code of a report that has arrived, from its receipt. */
export async function codeIn({ form }: Widgets): Promise<string> {
  return form.getByText(/^HUE-\d\d-\d{7}$/).first().innerText();
}

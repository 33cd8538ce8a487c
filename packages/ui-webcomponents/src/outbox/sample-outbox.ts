import { type CSSResultGroup, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import { TtElement } from '../base/tt-element.ts';
import { statusStyles } from '../status/status.styles.ts';
import type { Kept } from './kept.ts';
import { Outbox, outboxNotice, outboxStyles } from './outbox.ts';

type Report = { readonly text: string };
type Answer = { readonly code: string };

/** For the gallery and its tests: a widget that sends, with the browser's own storage and locks. */
class SampleOutbox extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, statusStyles, outboxStyles];
  static override properties: PropertyDeclarations = { items: { state: true }, told: { state: true } };

  declare protected items: readonly Kept<Report, Answer>[];
  declare protected told: string;
  readonly #outbox = new Outbox<Report, Answer>({
    name: 'sample',
    async send({ key, body }) {
      const answer = await fetch('reports', { method: 'POST', headers: { 'idempotency-key': key }, body: JSON.stringify(body) });
      return answer.ok ? { sent: (await answer.json()) as Answer } : 'lost';
    },
    changed: (items) => (this.items = items),
  });

  constructor() {
    super();
    this.items = [];
    this.told = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#outbox.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#outbox.stop();
  }

  override render(): TemplateResult {
    const { say, language, items } = this;
    const outbox = this.#outbox;
    return html`${outboxNotice<Report, Answer>({
        say,
        language,
        items,
        lasting: outbox.lasting,
        titleOf: ({ text }) => text,
        receiptOf: ({ code }) => html`<p>${say('Mã phản ánh', 'Code of the report')}: <b>${code}</b></p>`,
        resume: ({ key }) => void outbox.forget(key),
        sendNow: () => void outbox.flush(),
        sendAnyway: (key) => void outbox.sendAnyway(key),
        forget: (key) => void outbox.forget(key),
      })}
      <p class="actions"><button @click=${this.#send}>${say('Gửi phản ánh', 'Send the report')}</button>
        <button class="second" @click=${() => void outbox.saveDraft({ text: 'Nháp' })}>${say('Lưu nháp', 'Save a draft')}</button></p>
      <p role="status">${this.told}</p>`;
  }

  readonly #send = async (): Promise<void> => {
    const { state, answer } = await this.#outbox.post({ text: 'Đèn hỏng' }, [new Blob(['ảnh'])]);
    this.told = state === 'sent' ? answer!.code : state;
  };
}

define('tt-sample-outbox', SampleOutbox);

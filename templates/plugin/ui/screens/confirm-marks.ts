import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { dayInWords, depthInWords, type FloodMark, marksApi, say } from '../marks.ts';
import { styles } from '../marks.styles.ts';

/** What waits for an officer: each mark with one button. Whether this officer may is decided by the server. */
export class ConfirmMarks extends LitElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    waiting: { state: true },
    busy: { state: true },
    message: { state: true },
  };

  declare waiting: readonly FloodMark[] | undefined;
  /** The mark that is being confirmed. */
  declare busy: string | undefined;
  declare message: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  async load(): Promise<void> {
    const { data, error } = await marksApi('').GET('/api/flood-marks/marks', { params: { query: { confirmed: 'false', limit: 50 } } });
    this.waiting = data?.items;
    this.message = error?.title;
  }

  async confirm({ id, commune }: FloodMark): Promise<void> {
    this.busy = id;
    const { error } = await marksApi('').POST('/api/flood-marks/marks/{id}/confirm', { params: { path: { id } } });
    this.busy = undefined;
    await this.load();
    this.message = error?.title ?? say(`Đã xác nhận ở ${commune}.`, `Confirmed in ${commune}.`);
  }

  override render(): TemplateResult {
    return html`<p role="status">${this.message ?? (this.waiting === undefined ? say('Đang tải …', 'Loading …') : say(`${this.waiting.length} vết lũ chờ xác nhận.`, `${this.waiting.length} flood marks to confirm.`))}</p>
      <ul>${this.waiting?.map((mark) => this.row(mark))}</ul>`;
  }

  private row(mark: FloodMark): TemplateResult {
    const { id, commune, depthCm, seenOn } = mark;
    return html`<li>
      <span class="place">${commune}<small>${dayInWords(seenOn)}</small></span>
      <span><strong>${depthCm} cm</strong> ${depthInWords(depthCm)}</span>
      <button ?disabled=${this.busy === id} @click=${() => this.confirm(mark)} aria-label=${say(`Xác nhận ${commune}, ${depthCm} cm`, `Confirm ${commune}, ${depthCm} cm`)}>${say('Xác nhận', 'Confirm')}</button>
    </li>`;
  }
}

customElements.define('tt-flood-marks-confirm', ConfirmMarks);

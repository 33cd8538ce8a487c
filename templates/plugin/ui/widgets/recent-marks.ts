import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import { dayInWords, depthInWords, type FloodMark, marksApi, say } from '../marks.ts';
import { styles } from '../marks.styles.ts';

/**
 * The latest confirmed marks, for the page of a commune or a newspaper.
 *
 * @example <tt-flood-marks-recent base-url="https://hue.example" embed-key="pk_…" limit="5"></tt-flood-marks-recent>
 */
export class RecentMarks extends LitElement {
  static override styles = styles;
  static override properties: PropertyDeclarations = {
    baseUrl: { attribute: 'base-url' },
    embedKey: { attribute: 'embed-key' },
    limit: { type: Number },
    marks: { state: true },
    problem: { state: true },
  };

  /** Origin of the province; empty on its own pages. */
  declare baseUrl: string;
  declare embedKey: string | undefined;
  declare limit: number;
  declare marks: readonly FloodMark[] | undefined;
  declare problem: string | undefined;

  constructor() {
    super();
    this.baseUrl = '';
    this.limit = 5;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  async load(): Promise<void> {
    const { data, error } = await marksApi(this.baseUrl, this.embedKey).GET('/api/flood-marks/marks', { params: { query: { confirmed: 'true', limit: this.limit } } });
    this.marks = data?.items;
    this.problem = error?.title;
  }

  override render(): TemplateResult {
    if (this.problem !== undefined) return html`<p role="alert">${this.problem} <button @click=${this.load}>${say('Thử lại', 'Try again')}</button></p>`;
    if (this.marks === undefined) return html`<p role="status">${say('Đang tải …', 'Loading …')}</p>`;
    if (this.marks.length === 0) return html`<p>${say('Chưa có vết lũ nào được xác nhận.', 'No flood mark has been confirmed yet.')}</p>`;
    return html`<ul>${this.marks.map(
      ({ commune, depthCm, seenOn }) => html`<li><span class="place">${commune}<small>${dayInWords(seenOn)}</small></span><strong>${depthCm} cm</strong> ${depthInWords(depthCm)}</li>`,
    )}</ul>`;
  }
}

customElements.define('tt-flood-marks-recent', RecentMarks);

import { sayIn } from '@tinhthong/core/say';
import { spanInWords } from '@tinhthong/core/times-and-numbers';
import { define, type Home, TtWidget } from '@tinhthong/ui-webcomponents';
import { drawings, icon } from '@tinhthong/ui-webcomponents/icon';
import { notice, statusStyles } from '@tinhthong/ui-webcomponents/status';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { ListedReport } from '../../api.gen.ts';
import { fetchNames, type Names, placeWords } from '../../names.ts';
import { reportsApi, unanswered } from '../../reports-api.ts';
import { stateChip } from '../../state-chip.ts';
import { styles } from './recent-reports.styles.ts';

const mostListed = 20;

/**
 * The latest public reports, of the province or of one commune, each with its state and its place.
 *
 * @attr {string} commune code of a commune: only its reports
 * @attr {string} category code of a category: only such reports
 * @attr {number} limit how many, up to 20; by default 5
 * @attr {string} embed-key the public key that the province made for this website
 * @attr {string} lang `vi` or `en`; by default the language of the page
 * @attr {string} theme `light`, `dark` or `auto`
 * @slot what a citizen can do where the widget cannot work: a link and a number
 * @fires tt-ready once it can be read
 * @fires tt-error with `code`, why it cannot
 *
 * @example <tt-recent-reports embed-key="pk_…" commune="19753" limit="5"><a href="https://hue.example/phan-anh">Phản ánh</a></tt-recent-reports>
 */
export class RecentReports extends TtWidget {
  static override styles: CSSResultGroup = [TtWidget.styles, statusStyles, styles];
  static override properties: PropertyDeclarations = { commune: {}, category: {}, limit: { type: Number }, reports: { state: true }, names: { state: true } };

  declare commune: string | undefined;
  declare category: string | undefined;
  declare limit: number;
  declare protected reports: readonly ListedReport[] | undefined;
  declare protected names: Names | undefined;
  protected readonly module = 'field-reports';
  #home: Home | undefined;

  constructor() {
    super();
    this.limit = 5;
  }

  /** To the first report, or to the link below. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('a, button')?.focus(options);
  }

  /** Asks for the latest again. */
  reset(): void {
    if (this.#home !== undefined) void this.start(this.#home);
  }

  protected async start(home: Home): Promise<void> {
    this.#home = home;
    const { commune, category, embedKey } = this;
    const limit = Math.min(mostListed, Math.max(1, Math.trunc(this.limit) || 5));
    const api = reportsApi(home, this.language, embedKey);
    const [reports, names] = await Promise.all([
      api.GET('/api/field-reports/reports', { params: { query: { limit, ...(commune && { commune }), ...(category && { category }) } } }),
      fetchNames(home, api, embedKey),
    ]);
    if (reports.data === undefined || names === undefined) return this.refuse(unanswered(reports.error));
    this.names = names;
    this.reports = reports.data.items;
  }

  protected content(home: Home): TemplateResult {
    const { reports, names, commune } = this;
    const say = sayIn(this.language);
    if (reports === undefined || names === undefined) return html`<p role="status" class="hint">${say('Đang tải …', 'Loading …')}</p>`;
    const all = `${home.origin}/phan-anh${commune ? `?commune=${encodeURIComponent(commune)}` : ''}`;
    const links = html`<p class="links"><a href=${all}>${say('Xem tất cả phản ánh', 'See all reports')}</a> <a href="${home.origin}/phan-anh/gui">${say('Gửi phản ánh', 'Send a report')}</a></p>`;
    if (reports.length === 0) return html`${notice({ tone: 'none' }, html`<p>${commune ? say(`Chưa có phản ánh nào ở ${names.commune(commune)}.`, `There are no reports in ${names.commune(commune)} yet.`) : say('Chưa có phản ánh nào.', 'There are no reports yet.')}</p>`)}${links}`;
    const now = Date.now();
    return html`<ul>${reports.map((report) => {
      const { code, category, text, status, submittedAt, photos } = report;
      const ago = spanInWords(say, now - new Date(submittedAt).getTime());
      return html`<li><p class="head"><a href="${home.origin}/phan-anh/${code}">${names.category(say, category)} <span class="unseen">${code}</span></a>${stateChip(say, status)}</p>
        <p class="text" lang="vi">${text}</p>
        <p class="muted">${icon(drawings.pin)} ${placeWords(names, report)} · ${say(`${ago} trước`, `${ago} ago`)}${photos > 0 ? html` · ${say(`${photos} ảnh`, photos === 1 ? '1 picture' : `${photos} pictures`)}` : nothing}</p></li>`;
    })}</ul>${links}`;
  }
}

define('tt-recent-reports', RecentReports);

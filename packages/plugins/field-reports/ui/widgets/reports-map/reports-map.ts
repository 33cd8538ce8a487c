import { define, type Home, type Problem, type Text, TtWidget } from '@tinhthong/ui-webcomponents';
import { type Commune, fetchCommunes } from '@tinhthong/ui-webcomponents/commune-picker';
import { fieldStyles } from '@tinhthong/ui-webcomponents/fields';
import { drawings, icon } from '@tinhthong/ui-webcomponents/icon';
import { notice, statusStyles } from '@tinhthong/ui-webcomponents/status';
import type { PointFeature } from '@tinhthong/ui-webcomponents/map/points-map';
import '@tinhthong/ui-webcomponents/map/points-map';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { LayerFeatures, ListedReport, ReportState } from '../../api.gen.ts';
import { reportsApi, unanswered } from '../../reports-api.ts';
import { publicStates, stateWords } from '../../../src/pages/words.ts';
import { boxOf, pointsOfLayer, pointsOfList, type Words } from './map-points.ts';
import { styles } from './reports-map.styles.ts';

const atFirst = 10;

/**
 * Where public reports are: the latest as a list, and at a press all of them on a map, whose list beside it says the same.
 * Nothing of the map is fetched before the press.
 *
 * @attr {string} commune code of a commune: only its reports
 * @attr {string} category code of the category that is chosen at first
 * @attr {string} status state that is chosen at first
 * @attr {boolean} open shows the map at once
 * @attr {boolean} unfiltered without the choice of category and state, where the page around has one
 * @attr {string} tiles address of base map tiles, with `{z}`, `{x}` and `{y}`; their host has to be in the page's `img-src`
 * @attr {string} attribution whose tiles they are
 * @attr {string} embed-key the public key that the province made for this website
 * @attr {string} lang `vi` or `en`; by default the language of the page
 * @attr {string} theme `light`, `dark` or `auto`
 * @slot what a citizen can do where the widget cannot work: a link and a number
 * @fires tt-ready once it can be used
 * @fires tt-change with `category` and `status` when one was chosen
 * @fires tt-error with `code`, why there is nothing to show
 *
 * @example <tt-reports-map embed-key="pk_…" commune="19753"><a href="https://hue.example/phan-anh/ban-do">Bản đồ phản ánh</a> · 1022</tt-reports-map>
 */
export class ReportsMap extends TtWidget {
  static override styles: CSSResultGroup = [TtWidget.styles, fieldStyles, statusStyles, styles];
  static override properties: PropertyDeclarations = {
    commune: {},
    category: {},
    status: {},
    open: { type: Boolean },
    unfiltered: { type: Boolean },
    tiles: {},
    attribution: {},
    points: { state: true },
    failed: { state: true },
    categories: { state: true },
  };

  declare commune: string | undefined;
  declare category: string | undefined;
  declare status: string | undefined;
  declare open: boolean;
  declare unfiltered: boolean;
  declare tiles: string | undefined;
  declare attribution: string | undefined;
  declare protected points: readonly PointFeature[] | undefined;
  /** Why there are none, as the server or the network says it. */
  declare protected failed: Problem | undefined;
  declare protected categories: ReadonlyMap<string, Text>;
  protected readonly module = 'field-reports';
  #communes: readonly Commune[] = [];
  #api: ReturnType<typeof reportsApi> | undefined;
  #layer: LayerFeatures | undefined;
  /** Of the last question asked: an answer that comes later than a newer one's is not shown. */
  #asked = 0;

  constructor() {
    super();
    this.open = false;
    this.unfiltered = false;
    this.categories = new Map();
  }

  protected async start(home: Home): Promise<void> {
    this.#api = reportsApi(home, this.language, this.embedKey);
    const [categories, communes] = await Promise.all([this.#api.GET('/api/field-reports/categories'), fetchCommunes(home, this.embedKey)]);
    this.categories = new Map(categories.data?.items.map(({ code, name }) => [code, { vi: name.vi, en: name.en ?? name.vi }]));
    this.#communes = communes ?? [];
    await this.#load(home);
    // Where not even the list came, the link and the number are what there is.
    if (this.points === undefined) this.refuse(unanswered(this.failed));
  }

  /** To the button that shows the map, or what stands in its place. */
  override focus(options?: FocusOptions): void {
    const map = this.renderRoot.querySelector('tt-points-map');
    (map?.shadowRoot ?? this.renderRoot).querySelector<HTMLElement>('button, a')?.focus(options);
  }

  /** Asks for the reports anew, with what is chosen now. */
  async reload(): Promise<void> {
    this.#layer = undefined;
    if (this.home !== undefined) await this.#load(this.home);
  }

  protected content(home: Home): TemplateResult {
    const { say } = this;
    return html`${this.unfiltered ? nothing : this.#filter()}
      ${this.failed === undefined ? nothing : notice({ tone: 'bad', role: 'alert' }, html`<p>${this.failed.title}</p><p class="actions"><button type="button" class="second" @click=${() => void this.reload()}>${say('Thử lại', 'Try again')}</button></p>`)}
      ${this.points === undefined ? html`<p role="status" class="hint">${say('Đang tải …', 'Loading …')}</p>` : this.#map(home, this.points)}
      <p class="all"><a href="${home.origin}/phan-anh">${say('Xem tất cả phản ánh', 'See all reports')}</a></p>`;
  }

  #map(home: Home, points: readonly PointFeature[]): TemplateResult {
    if (points.length === 0 && !this.open) {
      return notice({ tone: 'none', role: 'status' }, html`<p>${this.category === undefined && this.status === undefined
        ? this.say('Chưa có phản ánh nào.', 'There are no reports yet.')
        : this.say('Không có phản ánh nào như bạn chọn. Hãy chọn lĩnh vực hoặc trạng thái khác.', 'There are no such reports. Choose another category or status.')}</p>`);
    }
    const chosen = this.#communes.filter(({ code }) => this.commune === undefined || code === this.commune);
    return html`<tt-points-map lang=${this.language} label=${this.say('Phản ánh', 'Reports')} .count=${this.#count} ?open=${this.open} .points=${points} .bounds=${this.#bounds(home)}
      .places=${chosen.map(centre)} .tiles=${this.tiles} .attribution=${this.attribution} @tt-open=${this.#opened}></tt-points-map>`;
  }

  #filter(): TemplateResult {
    const { say } = this;
    return html`<div class="filter" role="search" aria-label=${say('Lọc phản ánh', 'Filter reports')}>
      ${this.#select('category', say('Lĩnh vực', 'Category'), [...this.categories].map(([code, { vi, en }]) => [code, say(vi, en)]))}
      ${this.#select('status', say('Trạng thái', 'Status'), publicStates.map((state) => [state, say(stateWords[state].vi, stateWords[state].en ?? stateWords[state].vi)]))}</div>`;
  }

  /** Not the kit's: a filter asks for nothing that has to be filled in. */
  #select(name: 'category' | 'status', label: string, options: readonly (readonly [value: string, label: string])[]): TemplateResult {
    const chosen = this[name] ?? '';
    return html`<div class="field"><label for=${name}>${label}</label><div class="selecting"><select id=${name} @change=${(event: Event) => this.#choose(name, (event.target as HTMLSelectElement).value)}>
      <option value="" .selected=${chosen === ''}>${this.say('Tất cả', 'All')}</option>
      ${options.map(([value, words]) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`)}</select>${icon(drawings.down)}</div></div>`;
  }

  #choose(name: 'category' | 'status', value: string): void {
    this[name] = value === '' ? undefined : value;
    this.tell('tt-change', { category: this.category, status: this.status });
    if (this.home !== undefined) void this.#load(this.home);
  }

  /** The latest as a list; once the map is wanted, what the layer has of the whole province or around the commune. */
  async #load(home: Home): Promise<void> {
    const asked = (this.#asked += 1);
    this.failed = undefined;
    const found = this.open ? await this.#ofLayer() : await this.#ofList();
    if (asked !== this.#asked) return;
    if ('error' in found) {
      this.failed = found.error;
      this.tell('tt-error', { code: found.error.code });
      return;
    }
    const words: Words = { say: this.say, origin: home.origin, categories: this.categories, communes: this.#communes };
    this.points = 'layer' in found ? pointsOfLayer(found.layer, this, words) : pointsOfList(found.list, words);
  }

  async #ofLayer(): Promise<{ readonly layer: LayerFeatures } | Failure> {
    if (this.#layer !== undefined) return { layer: this.#layer };
    const commune = this.#communes.find(({ code }) => code === this.commune);
    const { data, error } = await this.#api!.GET('/api/field-reports/layers/reports', { params: { query: commune === undefined ? {} : { bbox: boxOf([commune], 0.18).join(',') } } });
    return data === undefined ? { error: error! } : { layer: (this.#layer = data) };
  }

  async #ofList(): Promise<{ readonly list: readonly ListedReport[] } | Failure> {
    const { commune, category, status } = this;
    const query = { limit: atFirst, ...(commune && { commune }), ...(category && { category }), ...(status && { status: status as ReportState }) };
    const { data, error } = await this.#api!.GET('/api/field-reports/reports', { params: { query } });
    return data === undefined ? { error: error! } : { list: data.items };
  }

  /** What the communes take up: a province's own box holds its sea too, and leaves them a corner. */
  #bounds(home: Home): Home['bounds'] {
    const shown = this.#communes.filter(({ code }) => this.commune === undefined || code === this.commune);
    return shown.length === 0 ? home.bounds : boxOf(shown, 0.06);
  }

  readonly #count = (many: number): string => {
    const number = many.toLocaleString(this.language);
    return this.say(`${number} phản ánh`, many === 1 ? '1 report' : `${number} reports`);
  };

  readonly #opened = (event: CustomEvent<{ readonly open: boolean }>): void => {
    this.open = event.detail.open;
    if (this.home !== undefined) void this.#load(this.home);
  };
}

interface Failure {
  readonly error: Problem;
}

const centre = ({ name, lat, lon }: Commune) => ({ type: 'Feature' as const, properties: { name }, geometry: { type: 'Point' as const, coordinates: [lon, lat] } });

define('tt-reports-map', ReportsMap);

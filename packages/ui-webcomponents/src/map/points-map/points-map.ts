import type { LayerGroup, Map as LeafletMap } from 'leaflet';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import type { LeafletPart } from '../base-map.ts';
import { type Cluster, clusters } from '../geometry/clusters.ts';
import type { Taken } from '../geometry/free-labels.ts';
import { latOf, lonOf, type PointFeature } from './points.ts';
import { styles } from './points-map.styles.ts';
import { TtMap } from '../tt-map.ts';

export type { PointFeature };

/** At once; a press shows as many more. */
const listedAtOnce = 20;
const closest = 17;
/** Without tiles, so near that the borders and names around a point are still to be seen. */
const near = 12;

/**
 * Public points on a map, close ones gathered, and beside it the same points as a list. The list is there first, is
 * complete without the map, and is what keyboards and screen readers use; the map is fetched when it is asked for.
 *
 * @fires tt-open with `open` when the map is shown or hidden by a press
 * @fires tt-choose with `id` and `properties` of the point
 * @example <tt-points-map label="Phản ánh gần đây" .points=${features} .bounds=${home.bounds}></tt-points-map>
 */
export class PointsMap extends TtMap {
  static override styles: CSSResultGroup = [TtMap.styles, styles];
  static override properties: PropertyDeclarations = {
    points: { attribute: false },
    count: { attribute: false },
    chosen: {},
    open: { type: Boolean },
    seen: { state: true },
    listed: { state: true },
  };

  declare points: readonly PointFeature[];
  /** So many of them, in words: by default `3 điểm`. */
  declare count: ((many: number) => string) | undefined;
  /** Id of the point that is chosen. */
  declare chosen: string | undefined;
  /** The map is shown, and fetched. */
  declare open: boolean;
  /** Points within the piece of map that is shown. */
  declare protected seen: readonly PointFeature[] | undefined;
  declare protected listed: number;
  #marks: LayerGroup | undefined;

  constructor() {
    super();
    this.points = [];
    this.open = false;
    this.listed = listedAtOnce;
  }

  override render(): TemplateResult {
    const { say } = this;
    return html`<p class="toggle"><button type="button" class="second" aria-expanded=${this.open} @click=${this.#toggle}>${this.open ? say('Ẩn bản đồ', 'Hide the map') : say('Xem trên bản đồ', 'Show on a map')}</button></p>
      <div class="room"><div class="both ${this.open ? 'open' : ''}">
        ${this.open ? html`<div>${this.frame(html`<div class="map" aria-hidden="true"></div>`)}</div>` : nothing}
        <div class="side">${this.#list()}</div>
      </div></div>`;
  }

  #list(): TemplateResult {
    const { say } = this;
    const count = this.count ?? ((many: number) => say(`${many} điểm`, many === 1 ? '1 point' : `${many} points`));
    const points = this.open ? (this.seen ?? this.points) : this.points;
    const shown = points.slice(0, this.listed);
    const more = points.length - shown.length;
    const where = this.open && points.length < this.points.length ? say(' trong phần bản đồ đang xem', ' in this part of the map') : '';
    return html`<p class="count muted" role="status">${points.length === 0 ? say(`Không có điểm nào${where}.`, `There are no points${where}.`) : `${count(points.length)}${where}.`}</p>
      <ul class="list" role="list" aria-label=${this.label || say('Các điểm', 'Points')}>${shown.map((point) => this.#row(point))}</ul>
      ${more > 0 ? html`<p class="more"><button type="button" class="second" @click=${this.#more}>${say('Xem thêm', 'Show more')}</button> <span class="muted">${say(`còn ${count(more)}`, `${more} more`)}</span></p>` : nothing}`;
  }

  #row(point: PointFeature): TemplateResult {
    const { title, detail, href } = point.properties;
    const chosen = this.chosen !== undefined && idOf(point) === this.chosen;
    return html`<li class=${chosen ? 'chosen' : nothing} aria-current=${chosen ? 'true' : nothing}>
      <div>${href ? html`<a href=${href}>${title}</a>` : html`<strong tabindex="-1">${title}</strong>`}${detail ? html`<p>${detail}</p>` : nothing}</div>
      ${this.state === 'ready' && this.open ? html`<button type="button" class="plain" @click=${() => this.#go(point)}>${this.say('Xem vị trí', 'See where it is')}<span class="unseen">: ${title}</span></button>` : nothing}</li>`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (changed.has('open')) {
      if (this.open && this.map === undefined) void this.load();
      if (!this.open) this.seen = undefined;
    }
    if (this.map !== undefined && (changed.has('points') || changed.has('chosen'))) this.map.fire('moveend');
  }

  protected override begin(map: LeafletMap, { LayerGroup: Group }: LeafletPart): void {
    this.#marks = new Group().addTo(map);
    map.on('moveend zoomend', this.#draw);
    this.#draw();
  }

  readonly #draw = (): void => {
    const { map, leaflet } = this;
    if (map === undefined || leaflet === undefined || this.#marks === undefined) return;
    this.#marks.clearLayers();
    const view = map.getBounds();
    this.seen = this.points.filter((point) => view.contains([latOf(point), lonOf(point)]));
    for (const cluster of this.#gathered(map)) this.#mark(map, leaflet, cluster);
  };

  protected override taken(): readonly Taken[] {
    const { map } = this;
    if (map === undefined) return [];
    return this.#gathered(map).map(({ x, y, items }) => ({ ...map.latLngToContainerPoint(map.unproject([x, y], map.getZoom())), size: items.length > 1 ? 44 : 24 }));
  }

  #gathered(map: LeafletMap): Cluster<PointFeature>[] {
    const around = map.getBounds().pad(0.2);
    return clusters(this.points.filter((point) => around.contains([latOf(point), lonOf(point)])).map((item) => ({ item, ...pixels(map, item) })));
  }

  #mark(map: LeafletMap, { Marker, DivIcon }: LeafletPart, { x, y, items }: Cluster<PointFeature>): void {
    const icon = document.createElement('span');
    const alone = items.length === 1 ? items[0] : undefined;
    icon.className = alone === undefined ? 'cluster' : idOf(alone) === this.chosen ? 'point chosen' : 'point';
    if (alone === undefined) icon.textContent = String(items.length);
    const at = map.unproject([x, y], map.getZoom());
    new Marker(at, { icon: new DivIcon({ html: icon, className: '', iconSize: [0, 0] }), keyboard: false })
      .on('click', () => (alone === undefined ? this.#into(items) : this.#choose(alone)))
      .addTo(this.#marks!);
  }

  /** Zooms in on a cluster; where its points lie in one spot, the list has them. */
  #into(items: readonly PointFeature[]): void {
    const box = new this.leaflet!.LatLngBounds(items.map((point) => [latOf(point), lonOf(point)]));
    this.map!.fitBounds(box, { padding: [40, 40], maxZoom: closest });
  }

  #go(point: PointFeature): void {
    this.map!.setView([latOf(point), lonOf(point)], Math.max(this.map!.getZoom(), this.tiles ? closest : near));
    this.#choose(point);
  }

  #choose(point: PointFeature): void {
    this.chosen = idOf(point);
    void this.updateComplete.then(() => this.renderRoot.querySelector('li.chosen')?.scrollIntoView({ block: 'nearest' }));
    this.tell('tt-choose', { id: point.id, properties: point.properties });
  }

  /** The focus goes to the first of those that have come. */
  readonly #more = (): void => {
    const first = this.listed;
    this.listed += listedAtOnce;
    void this.updateComplete.then(() => this.renderRoot.querySelectorAll<HTMLElement>('.list li')[first]?.querySelector<HTMLElement>('a, button, strong')?.focus());
  };

  readonly #toggle = (): void => {
    this.open = !this.open;
    this.dispatchEvent(new CustomEvent('tt-open', { detail: { open: this.open } }));
  };
}

const idOf = (point: PointFeature): string => String(point.id ?? `${lonOf(point)},${latOf(point)}`);

/** Of the whole world at this zoom, so that the squares of the grid do not move with the map. */
function pixels(map: LeafletMap, point: PointFeature): { x: number; y: number } {
  const { x, y } = map.project([latOf(point), lonOf(point)], map.getZoom());
  return { x, y };
}

define('tt-points-map', PointsMap);

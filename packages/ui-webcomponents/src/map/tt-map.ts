import type { LatLng, Map as LeafletMap } from 'leaflet';
import { adoptStyles, type CSSResultGroup, html, type LitElement, nothing, type PropertyDeclarations, type TemplateResult, unsafeCSS } from 'lit';
import { TtControl } from '../base/tt-control.ts';
import type { Bounds, Shape } from '../charts/geometry/projection.ts';
import { baseMap, type LeafletPart, nameplates, showGround } from './base-map.ts';
import type { Taken } from './geometry/free-labels.ts';
import { mapStyles } from './map.styles.ts';

interface View {
  readonly centre: LatLng;
  readonly zoom: number;
}

const viewOf = (map: LeafletMap): View => ({ centre: map.getCenter(), zoom: map.getZoom() });

/** What both maps are: Leaflet, fetched once the element is shown, in a frame with buttons of our own. */
export abstract class TtMap extends TtControl {
  static override styles: CSSResultGroup = [TtControl.styles, mapStyles];
  static override properties: PropertyDeclarations = {
    tiles: {},
    attribution: {},
    bounds: { type: Array },
    places: { attribute: false },
    state: { state: true },
  };

  /** Address of the operator's base map tiles, with `{z}`, `{x}` and `{y}`. Its host has to be in the page's `img-src`. */
  declare tiles: string | undefined;
  /** Whose tiles they are. */
  declare attribution: string | undefined;
  /** `[west, south, east, north]` of the province. */
  declare bounds: Bounds | undefined;
  /** Communes as GeoJSON features with `properties.name`: shapes, or points where there are no borders. */
  declare places: readonly Shape[];
  declare protected state: 'loading' | 'ready' | 'failed';
  protected map: LeafletMap | undefined;
  protected leaflet: LeafletPart | undefined;
  #watch: ResizeObserver | undefined;
  /** What was in sight when nobody had moved the map yet. */
  #first: View | undefined;

  constructor() {
    super();
    this.places = [];
    this.state = 'loading';
  }

  /** Called once the map stands. */
  protected abstract begin(map: LeafletMap, leaflet: LeafletPart): void;

  /** What is in sight at first. */
  protected look(map: LeafletMap, leaflet: LeafletPart): void {
    showGround(leaflet, map, this);
  }

  /** Where marks stand that names of places make room for. */
  protected taken(): readonly Taken[] {
    return [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  /** Fetches Leaflet and sets the map up in `.map`. */
  protected readonly load = async (): Promise<void> => {
    this.state = 'loading';
    try {
      this.leaflet = await import('./leaflet.ts');
    } catch {
      this.state = 'failed';
      return;
    }
    adoptStyles(this.renderRoot as ShadowRoot, [unsafeCSS(this.leaflet.leafletRules), ...(this.constructor as typeof LitElement).elementStyles]);
    this.state = 'ready';
    await this.updateComplete;
    this.#stand();
  };

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (this.map !== undefined && ['tiles', 'bounds', 'places'].some((name) => changed.has(name))) this.#stand();
  }

  #stand(): void {
    const before = this.map && this.#moved(this.map) ? viewOf(this.map) : undefined;
    this.#end();
    const container = this.renderRoot.querySelector<HTMLElement>('.map');
    if (container === null || this.leaflet === undefined || !this.isConnected) return;
    this.map = baseMap(this.leaflet, container, this);
    if (!this.tiles) nameplates(this.leaflet, this.map, this.places, () => this.taken());
    this.#watch = new ResizeObserver(() => this.#resized());
    this.#watch.observe(container);
    this.look(this.map, this.leaflet);
    this.#first = viewOf(this.map);
    // What was looked at stays in sight when communes arrive, or a page gives equal ones anew.
    if (before !== undefined) this.map.setView(before.centre, before.zoom, { animate: false });
    this.begin(this.map, this.leaflet);
  }

  /** A phone was turned: what nobody has moved fills the frame again, else its middle stays the middle. */
  #resized(): void {
    const { map, leaflet } = this;
    if (map === undefined || leaflet === undefined) return;
    const moved = this.#moved(map);
    map.invalidateSize({ animate: false });
    if (moved) return;
    this.look(map, leaflet);
    this.#first = viewOf(map);
  }

  #moved(map: LeafletMap): boolean {
    const { centre, zoom } = viewOf(map);
    return this.#first === undefined || zoom !== this.#first.zoom || !centre.equals(this.#first.centre, 1e-4);
  }

  #end(): void {
    this.#watch?.disconnect();
    this.map?.remove();
    this.map = undefined;
  }

  /** The frame; `container` is the element that Leaflet fills, and nothing of it may change with a rendering. */
  protected frame(container: TemplateResult, over: unknown = nothing): TemplateResult {
    const { say } = this;
    if (this.state !== 'ready') return html`<div class="frame waiting" role="status">${this.state === 'loading' ? html`<p class="muted">${say('Đang tải bản đồ …', 'Loading the map …')}</p>` : this.#failed()}</div>`;
    return html`<div class="frame ${this.tiles ? 'tiled' : ''}">${container}${over}
      <div class="zoom">
        <button type="button" aria-label=${say('Phóng to', 'Zoom in')} @click=${() => this.map?.zoomIn()}><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14"></path></svg></button>
        <button type="button" aria-label=${say('Thu nhỏ', 'Zoom out')} @click=${() => this.map?.zoomOut()}><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h14"></path></svg></button>
      </div>
      ${this.tiles && this.attribution ? html`<p class="credit">${this.attribution}</p>` : nothing}</div>`;
  }

  #failed(): TemplateResult {
    return html`<p>${this.say('Chưa tải được bản đồ. Chưa có bản đồ vẫn làm được mọi việc khác.', 'The map could not be loaded. Everything else works without it.')}</p>
      <p><button type="button" class="second" @click=${this.load}>${this.say('Thử lại', 'Try again')}</button></p>`;
  }
}

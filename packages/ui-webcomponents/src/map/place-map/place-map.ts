import type { CircleMarker, Map as LeafletMap } from 'leaflet';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../../base/define.ts';
import { roundDegrees } from '../../base/round-degrees.ts';
import type { LeafletPart } from '../base-map.ts';
import { keyMove } from '../geometry/key-move.ts';
import { placeName } from '../geometry/place-name.ts';
import { styles } from './place-map.styles.ts';
import { TtMap } from '../tt-map.ts';

export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** Near enough to tell one lamp post from the next; without tiles there would be nothing to see. */
const close = 17;

/**
 * Chooses a place: by a tap, by moving the map under the cross and pressing the button, or by keys alone, where arrows
 * move (Shift: finely), + and − zoom, and Enter chooses what lies under the cross.
 *
 * @fires tt-change with `lat` and `lon`
 * @example <tt-place-map label="Nơi xảy ra" .bounds=${home.bounds} .places=${communes} @tt-change=${keep}></tt-place-map>
 */
export class PlaceMap extends TtMap {
  static override styles: CSSResultGroup = [TtMap.styles, styles];
  static override properties: PropertyDeclarations = {
    value: { attribute: false },
    middle: { state: true },
  };

  declare value: LatLon | undefined;
  declare protected middle: LatLon | undefined;
  #mark: CircleMarker | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.map')?.focus(options);
  }

  override render(): TemplateResult {
    const { say } = this;
    return html`${this.label ? html`<p class="label">${this.label}</p>` : nothing}
      <p id="how" class="hint" ?hidden=${this.state === 'failed'}>${say('Chạm vào đúng chỗ, hoặc đưa chỗ đó vào dưới dấu thập rồi bấm nút.', 'Tap the place, or move the map until it lies under the cross, then press the button.')}
        <span class="unseen">${say('Phím mũi tên di chuyển, Shift và mũi tên di chuyển từng chút, cộng trừ phóng to thu nhỏ, Enter chọn.', 'Arrow keys move the map, with Shift finely, plus and minus zoom, Enter chooses.')}</span></p>
      ${this.frame(
        html`<div class="map" tabindex="0" role="application" aria-roledescription=${say('bản đồ', 'map')} aria-label=${this.label || say('Chọn nơi trên bản đồ', 'Choose a place on the map')} aria-describedby="how" @keydown=${this.#key}></div>`,
        html`<svg class="cross" viewBox="0 0 48 48" aria-hidden="true"><path class="rim" d="M24 4v16M24 28v16M4 24h16M28 24h16"></path><path d="M24 4v16M24 28v16M4 24h16M28 24h16"></path></svg>`,
      )}
      ${this.state !== 'ready' ? nothing : html`<div class="actions">
        <button type="button" class="second" ?disabled=${this.disabled} @click=${this.#chooseMiddle}>${say('Chọn chỗ dưới dấu thập', 'Choose what is under the cross')}</button>
        <p class="told" role="status">${this.#told()}</p></div>`}`;
  }

  #told(): unknown {
    const at = this.value ?? this.middle;
    if (at === undefined) return nothing;
    const { say } = this;
    const place = placeName(this.places, [at.lon, at.lat]);
    const name = place === undefined ? '' : place.within ? place.name : say(`gần ${place.name}`, `near ${place.name}`);
    if (this.value === undefined) return html`<span class="muted">${name && `${say('Dưới dấu thập:', 'Under the cross:')} ${name}`}</span>`;
    return html`<strong>${say('Đã chọn', 'Chosen')}${name && `: ${name}`}</strong><small class="muted">${degrees(at.lat)}, ${degrees(at.lon)}</small>`;
  }

  protected override look(map: LeafletMap, leaflet: LeafletPart): void {
    super.look(map, leaflet);
    if (this.value !== undefined) map.setView([this.value.lat, this.value.lon], this.tiles ? close : map.getZoom() + 1, { animate: false });
  }

  protected override begin(map: LeafletMap, { CircleMarker }: LeafletPart): void {
    this.#mark = new CircleMarker([0, 0], { radius: 10, className: 'chosen', interactive: false });
    this.#showMark();
    const moved = () => {
      const { lat, lng } = map.getCenter();
      this.middle = { lat, lon: lng };
    };
    map.on('moveend', moved);
    map.on('click', ({ latlng: { lat, lng } }) => this.#choose(lat, lng));
    moved();
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    if (!changed.has('value') || this.map === undefined) return;
    this.#showMark();
    if (this.value !== undefined && !this.map.getBounds().contains([this.value.lat, this.value.lon])) this.map.panTo([this.value.lat, this.value.lon]);
  }

  #showMark(): void {
    if (this.map === undefined || this.#mark === undefined) return;
    if (this.value === undefined) this.#mark.remove();
    else this.#mark.setLatLng([this.value.lat, this.value.lon]).addTo(this.map);
  }

  #choose(lat: number, lon: number): void {
    if (this.disabled) return;
    this.value = { lat: roundDegrees(lat), lon: roundDegrees(lon) };
    this.changed(this.value);
  }

  readonly #chooseMiddle = (): void => {
    const { lat, lng } = this.map!.getCenter();
    this.#choose(lat, lng);
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { map } = this;
    if (map === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const { x, y } = map.getSize();
    const move = keyMove(event.key, event.shiftKey, x, y);
    if (move === undefined) return;
    // A page's own shortcuts, and the form that Enter would send.
    event.preventDefault();
    event.stopPropagation();
    if ('by' in move) map.panBy([...move.by], { animate: false });
    else if ('zoom' in move) map.setZoom(map.getZoom() + move.zoom, { animate: false });
    else this.#chooseMiddle();
  };
}

const degrees = (value: number): string => value.toFixed(5);

define('tt-place-map', PlaceMap);

import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import type { Shape } from '../charts/geometry/projection.ts';
import { TtControl } from '../base/tt-control.ts';
import '../commune-picker/commune-picker.ts';
import type { Commune } from '../commune-picker/communes.ts';
import { fieldStyles } from '../fields/fields.styles.ts';
import { textField } from '../fields/text-field.ts';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { statusStyles } from '../status/status.styles.ts';
import { canFindMe, findMe } from './find-me.ts';
import { type Bounds, isWithin, nearestCommune, type Place } from './place.ts';
import { type Finding, type MapState, placeTold } from './place-told.ts';
import { styles } from './place-field.styles.ts';

export { type Bounds, isWithin, type Place } from './place.ts';

/**
 * Where something is, complete without a map: “my position”, or a commune and what a person would say of the place. A map
 * is loaded only when it is asked for.
 *
 * @property {readonly Commune[]} communes
 * @property {Place} value
 * @property {Bounds} bounds of the province, `[west, south, east, north]`
 * @attr {string} province name of the province, to say where a point does not belong
 * @attr {string} label
 * @attr {string} hint
 * @attr {string} error
 * @attr {string} address-error
 * @fires tt-change with `value`, a `Place`
 * @fires tt-outside with `lat` and `lon` of a point of another province, which was not used
 *
 * @example <tt-place-field province="thành phố Huế" .communes=${communes} .bounds=${home.bounds} @tt-change=${keep}></tt-place-field>
 */
export class PlaceField extends TtControl {
  static override styles: CSSResultGroup = [TtControl.styles, fieldStyles, statusStyles, styles];
  static override properties: PropertyDeclarations = {
    communes: { attribute: false },
    value: { attribute: false },
    bounds: { attribute: false },
    province: {},
    addressError: { attribute: 'address-error' },
    finding: { state: true },
    guessed: { state: true },
    map: { state: true },
  };

  declare communes: readonly Commune[] | undefined;
  declare value: Place;
  declare bounds: Bounds | undefined;
  declare province: string | undefined;
  declare addressError: string | undefined;
  declare protected finding: Finding | undefined;
  /** The commune was taken from the point and not chosen. */
  declare protected guessed: boolean;
  declare protected map: MapState | undefined;
  #shaped: { readonly of: readonly Commune[] | undefined; readonly shapes: readonly Shape[] } | undefined;

  constructor() {
    super();
    this.value = {};
    this.guessed = false;
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('tt-commune-picker')?.focus(options);
  }

  override render(): TemplateResult {
    const { value, say, guessed } = this;
    return html`<fieldset><legend>${this.label ?? say('Ở đâu?', 'Where is it?')}</legend>
      ${this.hint ? html`<p class="hint">${this.hint}</p>` : nothing}
      <div class="ways">
        ${canFindMe() ? html`<button type="button" class="second" ?disabled=${this.disabled || this.finding === 'asking'} @click=${this.#findMe}>${icon(drawings.locate)}${say('Dùng vị trí của tôi', 'Use my position')}</button>` : nothing}
        <button type="button" class="second" aria-expanded=${this.map === 'open' ? 'true' : 'false'} ?disabled=${this.disabled || this.map === 'loading'} @click=${this.#openMap}>${icon(drawings.map)}${
          this.map === 'open' ? say('Ẩn bản đồ', 'Hide the map') : say('Chọn trên bản đồ', 'Choose on a map')
        }</button>
      </div>
      ${this.map === 'open' ? html`<div class="map"><tt-place-map lang=${this.language} .places=${this.#shapes()} .value=${this.#point} .bounds=${this.bounds} @tt-change=${this.#pointed}></tt-place-map></div>` : nothing}
      <div class="told" role="status">${this.#told()}</div>
      <tt-commune-picker lang=${this.language} .communes=${this.communes} .value=${value.commune} .error=${this.error} .disabled=${this.disabled}
        .hint=${guessed && value.commune !== undefined ? say('Đoán theo vị trí, hãy sửa nếu chưa đúng.', 'Guessed from the position, please correct it if it is wrong.') : undefined} @tt-change=${this.#communeChosen}></tt-commune-picker>
      ${textField({
        id: 'address',
        say,
        label: say('Số nhà, tên đường hoặc điểm dễ nhận ra', 'House number, street or landmark'),
        hint: say('Ví dụ: 12 Lê Lợi, đối diện trường học', 'For example: 12 Lê Lợi, opposite the school'),
        optional: true,
        error: this.addressError,
        value: value.address ?? '',
        set: (address) => this.#change({ address: address || undefined }),
      })}</fieldset>`;
  }

  get #point(): { lat: number; lon: number } | undefined {
    const { lat, lon } = this.value;
    return lat === undefined || lon === undefined ? undefined : { lat, lon };
  }

  /** As centres, so that a map without a base map shows where things are. The same array as long as the list is the same. */
  #shapes(): readonly Shape[] {
    if (this.#shaped?.of !== this.communes) this.#shaped = { of: this.communes, shapes: (this.communes ?? []).map(centreOf) };
    return this.#shaped?.shapes ?? [];
  }

  #told(): unknown {
    const { say, language, finding, map, province, value } = this;
    return placeTold({ say, language, finding, map, province, chosen: this.#point !== undefined, accuracy: value.accuracy, forget: this.#forget });
  }

  readonly #findMe = async (): Promise<void> => {
    this.finding = 'asking';
    const found = await findMe();
    if ('failed' in found) this.finding = found.failed;
    else this.#take(found);
  };

  #take(point: { readonly lat: number; readonly lon: number; readonly accuracy?: number }): void {
    if (this.bounds !== undefined && !isWithin(point, this.bounds)) {
      this.finding = 'outside';
      this.dispatchEvent(new CustomEvent('tt-outside', { detail: point, bubbles: true }));
      return;
    }
    this.finding = undefined;
    const { lat, lon, accuracy } = point;
    const free = this.value.commune === undefined || this.guessed;
    const commune = free ? nearestCommune(this.communes ?? [], point)?.code : this.value.commune;
    this.guessed = free;
    this.#change({ lat, lon, accuracy, commune });
  }

  readonly #forget = (): void => {
    this.#change({ lat: undefined, lon: undefined, accuracy: undefined, ...(this.guessed && { commune: undefined }) });
    this.guessed = false;
    this.focus();
  };

  readonly #openMap = async (): Promise<void> => {
    if (this.map === 'open') {
      this.map = undefined;
      return;
    }
    this.map = 'loading';
    this.finding = undefined;
    try {
      await import('../map/place-map/place-map.ts');
      this.map = 'open';
    } catch {
      // The line was lost in between, or the release is gone: nobody needs the map.
      this.map = 'failed';
    }
  };

  readonly #pointed = (event: CustomEvent<{ readonly lat: number; readonly lon: number }>): void => {
    event.stopPropagation();
    this.#take({ lat: event.detail.lat, lon: event.detail.lon });
  };

  readonly #communeChosen = (event: CustomEvent<{ readonly value: string | undefined }>): void => {
    event.stopPropagation();
    this.guessed = false;
    this.#change({ commune: event.detail.value });
  };

  #change(change: Partial<Place>): void {
    this.value = { ...this.value, ...change };
    this.changed({ value: this.value });
  }
}

function centreOf({ code, name, lon, lat }: Commune): Shape {
  return { type: 'Feature', id: code, properties: { name }, geometry: { type: 'Point', coordinates: [lon, lat] } };
}

define('tt-place-field', PlaceField);

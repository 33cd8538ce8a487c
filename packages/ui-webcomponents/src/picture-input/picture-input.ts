import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { define } from '../base/define.ts';
import { TtControl } from '../base/tt-control.ts';
import { fieldGroup, type Ties } from '../fields/field.ts';
import { fieldStyles } from '../fields/fields.styles.ts';
import * as drawings from '../icon/drawings.ts';
import { icon } from '../icon/icon.ts';
import { isCommon, isHeic, type Picture } from './picture.ts';
import { styles } from './picture-input.styles.ts';
import { pictureItem } from './picture-item.ts';
import { tooLarge, tooMany, unreadable } from './refusals.ts';
import { shrinkPicture } from './shrink-picture.ts';
import type { Upload } from './upload-file.ts';

export type { Picture } from './picture.ts';
export { type Upload, type Uploaded, type UploadOptions, uploadTo } from './upload-file.ts';

/**
 * Several pictures: drawn anew on the phone (at most 1600 px, JPEG, without the place in them), sent one after the other
 * while the form is filled in, each with its progress, to be sent again or removed. It knows no API: `upload` sends.
 *
 * Without `upload` pictures are only kept, and while the line is gone they wait: the form takes `pictures` along.
 *
 * @property {Upload} upload
 * @property {readonly Picture[]} pictures what has been chosen so far
 * @attr {number} most how many; by default 5
 * @attr {number} largest bytes of one file that is sent; by default 10 MB
 * @attr {boolean} heic whether a HEIC that the browser cannot read is sent as it is, rather than refused in words
 * @attr {string} label
 * @attr {string} hint
 * @attr {string} error
 * @attr {boolean} optional
 * @fires tt-change with `pictures`, `ids` of those that have arrived, and `busy` while some are on their way
 *
 * @example <tt-picture-input most="5" .upload=${uploadTo(`${home.origin}/api/field-reports/photos?key=${key}`)} @tt-change=${keep}></tt-picture-input>
 */
export class PictureInput extends TtControl {
  static override styles: CSSResultGroup = [TtControl.styles, fieldStyles, styles];
  static override properties: PropertyDeclarations = {
    upload: { attribute: false },
    pictures: { attribute: false },
    most: { type: Number },
    largest: { type: Number },
    heic: { type: Boolean },
    refusals: { state: true },
    told: { state: true },
  };

  declare upload: Upload | undefined;
  declare pictures: readonly Picture[];
  declare most: number;
  declare largest: number;
  declare heic: boolean;
  /** Why files were not taken, in words. */
  declare protected refusals: readonly string[];
  declare protected told: string;
  readonly #stops = new Map<number, AbortController>();
  #work = Promise.resolve();
  #keys = 0;

  constructor() {
    super();
    this.pictures = [];
    this.most = 5;
    this.largest = 10_000_000;
    this.heic = false;
    this.refusals = [];
    this.told = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('input, button')?.focus(options);
  }

  /** Takes files as if they had been chosen. */
  add(files: readonly File[]): void {
    const room = Math.max(0, this.most - this.pictures.length);
    this.refusals = files.length > room ? [tooMany(this.say, this.most, files.length - room)] : [];
    const taken = files.slice(0, room).map((file) => ({ file, key: (this.#keys += 1) }));
    this.pictures = [
      ...this.pictures,
      ...taken.map(({ file, key }): Picture => ({ key, name: file.name, file, preview: undefined, state: 'preparing', share: 0, id: undefined, message: undefined })),
    ];
    this.#tell();
    for (const { file, key } of taken) this.#queue(() => this.#prepare(key, file));
  }

  override render(): TemplateResult {
    const label = this.label ?? this.say('Ảnh', 'Pictures');
    const hint = this.hint ?? this.say(`Tối đa ${this.most} ảnh. Ảnh được thu nhỏ trước khi gửi và không kèm vị trí.`, `Up to ${this.most} pictures, made smaller before they are sent, without the place in them.`);
    const { say, optional, error } = this;
    return fieldGroup({ id: 'add', say, label, hint, optional, error }, (ties) => this.#content(ties));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pictures')) this.#keys = Math.max(this.#keys, ...this.pictures.map(({ key }) => key));
  }

  #content({ describedBy, invalid }: Ties): TemplateResult {
    const { pictures, most, refusals, language, say } = this;
    const full = pictures.length >= most;
    const acts = { again: (key: number) => this.#again(key), remove: (key: number) => this.#remove(key) };
    return html`${pictures.length === 0 ? nothing : html`<ul class="pictures">${repeat(pictures, ({ key }) => key, (picture, at) => pictureItem(picture, at + 1, { say, language }, acts))}</ul>`}
      ${refusals.length === 0 ? nothing : html`<div class="notice warn" role="alert">${refusals.map((words) => html`<p>${words}</p>`)}</div>`}
      <p class="add"><input id="add" type="file" multiple accept="image/*" class="unseen" aria-describedby=${describedBy} aria-invalid=${invalid} ?disabled=${full || this.disabled} @change=${this.#picked}><label
        for="add" class="button second">${icon(drawings.camera)}${pictures.length === 0 ? say('Chụp hoặc chọn ảnh', 'Take or choose pictures') : say('Thêm ảnh', 'Add pictures')}</label>
        ${pictures.length === 0 ? nothing : html`<span class="muted">${full ? say(`Đã đủ ${most} ảnh`, `That is all: ${most} pictures`) : say(`${pictures.length}/${most} ảnh`, `${pictures.length} of ${most}`)}</span>`}</p>
      <p class="unseen" role="status">${this.told}</p>`;
  }

  readonly #picked = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.add([...(input.files ?? [])]);
    // The same file can be chosen again after it was removed.
    input.value = '';
  };

  readonly #online = (): void => {
    for (const { key, state } of this.pictures) if (state === 'waiting') this.#again(key);
  };

  /** One after the other: two pictures of 12 megapixels at once are too much for a cheap phone. */
  #queue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => console.error(error));
  }

  async #prepare(key: number, original: File): Promise<void> {
    if (this.#of(key) === undefined) return;
    const shrunk = await shrinkPicture(original);
    const file = shrunk?.file ?? original;
    const isRead = shrunk !== undefined || isCommon(original) || (this.heic && isHeic(original));
    const refusal = !isRead ? unreadable(this.say, original) : file.size > this.largest ? tooLarge(this.say, this.language, original.name, file.size, this.largest) : undefined;
    if (refusal !== undefined) {
      this.refusals = [...this.refusals, refusal];
      this.pictures = this.pictures.filter((picture) => picture.key !== key);
      return this.#tell();
    }
    this.#change(key, { file, preview: shrunk?.preview });
    await this.#send(key);
  }

  async #send(key: number): Promise<void> {
    const picture = this.#of(key);
    if (picture === undefined) return;
    if (this.upload === undefined) return this.#change(key, { state: 'waiting' });
    const stop = new AbortController();
    this.#stops.set(key, stop);
    this.#change(key, { state: 'sending', share: 0, message: undefined });
    const answer = await this.upload(picture.file, { signal: stop.signal, progress: (share) => this.#change(key, { share }, false) });
    this.#stops.delete(key);
    if ('id' in answer) this.#change(key, { state: 'sent', share: 1, id: answer.id });
    else if (answer.problem.code === 'unreachable' && !navigator.onLine) this.#change(key, { state: 'waiting' });
    else this.#change(key, { state: 'failed', message: this.say(answer.problem.messages.vi, answer.problem.messages.en) });
    const now = this.#of(key);
    if (now !== undefined) this.told = now.state === 'sent' ? this.say(`Đã gửi ảnh ${now.name}`, `Picture ${now.name} was sent`) : this.say(`Chưa gửi được ảnh ${now.name}`, `Picture ${now.name} was not sent`);
  }

  #again(key: number): void {
    this.#change(key, { state: 'sending', share: 0, message: undefined });
    this.#queue(() => this.#send(key));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[data-remove="${key}"]`)?.focus());
  }

  /** The focus goes on to the next one, or to the button that adds. */
  #remove(key: number): void {
    const at = this.pictures.findIndex((picture) => picture.key === key);
    const { name } = this.pictures[at]!;
    this.#stops.get(key)?.abort();
    this.pictures = this.pictures.toSpliced(at, 1);
    this.refusals = [];
    this.told = this.say(`Đã bỏ ảnh ${name}`, `Picture ${name} was removed`);
    this.#tell();
    const next = this.pictures[at] ?? this.pictures.at(-1);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(next === undefined ? '#add' : `[data-remove="${next.key}"]`)?.focus());
  }

  #of(key: number): Picture | undefined {
    return this.pictures.find((picture) => picture.key === key);
  }

  #change(key: number, change: Partial<Picture>, tell = true): void {
    this.pictures = this.pictures.map((picture) => (picture.key === key ? { ...picture, ...change } : picture));
    if (tell) this.#tell();
  }

  #tell(): void {
    const { pictures } = this;
    this.changed({ pictures, ids: pictures.flatMap(({ id }) => id ?? []), busy: pictures.some(({ state }) => state === 'preparing' || state === 'sending') });
  }
}

define('tt-picture-input', PictureInput);

import { define, type Home, newKey, type Problem, TtWidget } from '@tinhthong/ui-webcomponents';
import type { Commune } from '@tinhthong/ui-webcomponents/commune-picker';
import { Form, fieldStyles } from '@tinhthong/ui-webcomponents/fields';
import type { Picture } from '@tinhthong/ui-webcomponents/picture-input';
import type { Place } from '@tinhthong/ui-webcomponents/place-field';
import { statusStyles } from '@tinhthong/ui-webcomponents/status';
import { adoptStyles, type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Category, SimilarReport, SubmittedReport } from '../../api.gen.ts';
import { reportsApi, unanswered } from '../../reports-api.ts';
import { answerName } from './answers.ts';
import { bodyOf, check, empty, type FilledIn, filledIn, ofCategory } from './filled-in.ts';
import { formFields, type Pictured } from './form-fields.ts';
import type * as afterwards from './later.ts';
import type { Answered } from './receipt.ts';
import type { KeptReport, ReportsOutbox } from './reports-outbox.ts';
import { styles } from './report-form.styles.ts';

type View = 'form' | 'similar' | 'sent' | 'joined' | 'kept' | 'drafted';
type Later = typeof afterwards;

/** So long a press on “send” waits for pictures that are on their way; then they go after the report is written down. */
const picturesMs = 60_000;

/**
 * Reporting something that is wrong, in under a minute and without an account: what, where with or without a map, pictures,
 * anonymously or with a phone number. Before it is sent it shows what may be the same already, to be followed instead.
 * What is written is kept on the device only once “send” or “save draft” was pressed; it is sent when the line is back, and
 * arrives once.
 *
 * Apart from the map it is two files: this one, and what comes after the first question. (A file of its size, because all
 * that a report goes through on its way is decided here.)
 *
 * @attr {string} category code of the one that is chosen at first
 * @attr {string} commune code of the one that is chosen at first: the website's own
 * @attr {string} embed-key the public key that the province made for this website
 * @attr {string} lang `vi` or `en`; by default the language of the page
 * @attr {string} theme `light`, `dark` or `auto`
 * @slot what a citizen can do where the widget cannot work: a link and a number
 * @fires tt-ready once it can be used
 * @fires tt-change when something was filled in
 * @fires tt-submitted with `code` of the report that was sent, or followed instead
 * @fires tt-error with `code`, why it cannot be used, or why a report was not taken
 *
 * @example <tt-report-form embed-key="pk_…" commune="19753"><a href="https://hue.example/phan-anh/gui">Gửi phản ánh</a> hoặc gọi 1022</tt-report-form>
 */
export class ReportForm extends TtWidget {
  static override styles: CSSResultGroup = [TtWidget.styles, fieldStyles, statusStyles, styles];
  static override properties: PropertyDeclarations = {
    category: {},
    commune: {},
    view: { state: true },
    categories: { state: true },
    communes: { state: true },
    later: { state: true },
    similar: { state: true },
    kept: { state: true },
    busy: { state: true },
    elsewhere: { state: true },
    stopped: { state: true },
    done: { state: true },
  };

  declare category: string | undefined;
  declare commune: string | undefined;
  declare protected view: View;
  declare protected categories: readonly Category[] | undefined;
  declare protected communes: readonly Commune[] | undefined;
  declare protected later: Later | undefined;
  declare protected similar: readonly SimilarReport[];
  declare protected kept: readonly KeptReport[];
  declare protected busy: boolean;
  declare protected elsewhere: TemplateResult | undefined;
  /** Why no report can be sent from this page any more. */
  declare protected stopped: Problem | undefined;
  declare protected done: Answered | undefined;
  protected readonly module = 'field-reports';
  readonly #paths: Record<string, keyof FilledIn & string> = { lat: 'place', lon: 'place', commune: 'place', address: 'place' };
  readonly #form = new Form<FilledIn>(this, {
    say: this.say,
    start: empty,
    check: (values) => check(this.say, values, { category: this.#chosen, pictures: this.#pictures.length }),
    paths: this.#paths,
    leadsTo: (problem) => this.later?.firstSent(this.say, this.home!, problem),
  });
  /** The same as long as it is the same report: a second press, or a second try, sends nothing twice. */
  #key = newKey();
  #pictures: readonly Picture[] = [];
  #arrived: (() => void) | undefined;
  #onTheWay = false;
  #cause = 'offline';
  #joinProblem: string | undefined;
  #api: ReturnType<typeof reportsApi> | undefined;
  #outbox: ReportsOutbox | undefined;

  constructor() {
    super();
    this.view = 'form';
    this.similar = [];
    this.kept = [];
    this.busy = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const change of ['online', 'offline']) addEventListener(change, this.#line);
    // Moved to another place of the page.
    void this.#outbox?.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const change of ['online', 'offline']) removeEventListener(change, this.#line);
    this.#outbox?.stop();
  }

  /** To its first question, or to what has come in the form's place. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(this.view === 'form' ? '#category' : '[data-heading]')?.focus(options);
  }

  /** As it was at the start; what is kept on the device stays. */
  reset(): void {
    this.#form.reset();
    this.#begin();
    this.#key = newKey();
    this.#pictures = [];
    this.stopped = undefined;
    this.elsewhere = undefined;
    this.done = undefined;
    this.#show('form');
  }

  protected async start(home: Home): Promise<void> {
    const api = (this.#api = reportsApi(home, this.language, this.embedKey));
    this.#begin();
    const loading = import('./later.ts').catch(() => undefined);
    const [categories, later, communes] = await Promise.all([api.GET('/api/field-reports/categories'), loading, loading.then((later) => later?.fetchCommunes(home, this.embedKey))]);
    if (categories.data === undefined || communes === undefined || later === undefined) return this.refuse(unanswered(categories.error));
    this.categories = categories.data.items;
    for (const { code } of this.categories.flatMap(({ questions }) => questions)) this.#paths[`answers.${code}`] = answerName(code);
    this.#choose(this.#form.values.category);
    this.communes = communes;
    this.later = later;
    adoptStyles(this.renderRoot as ShadowRoot, [...ReportForm.elementStyles, later.outboxStyles]);
    this.#outbox = later.reportsOutbox({ api, origin: home.origin, embedKey: this.embedKey, changed: this.#changed, undelivered: (key, code) => void (key === this.#key && (this.#cause = code)) });
    await this.#outbox.start();
  }

  protected content(home: Home): TemplateResult {
    const { say, view, later } = this;
    const again = html`<p class="actions"><button type="button" class="second" @click=${() => this.reset()}>${say('Gửi phản ánh khác', 'Send another report')}</button></p>`;
    if (later !== undefined && (view === 'sent' || view === 'joined')) {
      const title = view === 'sent' ? say('Đã nhận phản ánh của bạn', 'Your report is received') : say('Bạn đang theo dõi phản ánh này', 'You follow this report now');
      return html`<h2 tabindex="-1" data-heading>${title}</h2>
        ${view === 'joined' ? html`<p>${say('Cảm ơn bạn: tiếng nói của bạn đã được ghi thêm vào phản ánh có sẵn.', 'Thank you: your voice is added to the report that is there.')}</p>` : nothing}
        ${later.receipt(say, home, this.done!)}${again}`;
    }
    if (later !== undefined && view === 'similar') {
      return later.similarReports({
        say, home, items: this.similar, busy: this.busy, problem: this.#joinProblem,
        communeName: (code) => this.communes?.find((one) => one.code === code)?.name ?? code,
        join: (code) => void this.#once(() => this.#join(code)),
        anyway: () => void this.#once(() => this.#post()),
        back: () => this.#show('form'),
      });
    }
    if (later !== undefined && view === 'kept') return html`${this.#undelivered(later, home)}${this.#outboxNotice(home, this.#others)}${again}`;
    if (later !== undefined && view === 'drafted') return later.drafted({ say, lasting: this.#outbox!.lasting, goOn: () => this.#show('form'), putOff: () => this.reset() });
    return html`${this.#outboxNotice(home, this.#others)}${this.#formView(home)}`;
  }

  #formView(home: Home): TemplateResult {
    const { say, language, categories, communes, later, stopped } = this;
    const form = this.#form;
    const busy = form.sending || later === undefined;
    return html`<form novalidate @submit=${form.submit((all) => this.#send(all))} @input=${() => this.tell('tt-change')}>
      ${stopped === undefined ? form.summary() : later?.otherWays(say, home)}
      <h2 tabindex="-1" data-heading>${say('Gửi phản ánh', 'Send a report')}</h2>
      <p class="lead">${say('Mất khoảng một phút, không cần tài khoản. Bạn nhận mã để theo dõi đơn vị nào xử lý và đến bao giờ.', 'Takes about a minute and no account. You get a code to follow who handles it and until when.')}</p>
      ${navigator.onLine || later === undefined ? nothing : later.withoutLine(say)}
      ${formFields({
        say, language, home, form, categories, communes,
        questions: later?.questionFields(say, form, this.#chosen?.questions ?? []),
        upload: later?.uploadTo(later.photosAddress(home.origin, this.embedKey)),
        pictures: this.#pictures,
        choose: (code) => this.#choose(code),
        pictured: this.#pictured,
        elsewhere: this.elsewhere,
        placed: (place) => this.#placed(place),
        outside: (point) => void later?.elsewhere(home, say, point).then((link) => (this.elsewhere = link)),
      })}
      <p class="actions"><button ?disabled=${busy}>${form.sending ? say('Đang gửi …', 'Sending …') : say('Gửi phản ánh', 'Send the report')}</button>
        <button type="button" class="plain" ?disabled=${busy} @click=${() => void this.#saveDraft()}>${say('Lưu nháp trên máy này', 'Save a draft on this device')}</button></p>
      <p class="unseen" role="status">${form.sending ? say('Đang gửi phản ánh', 'The report is being sent') : nothing}</p>
    </form>`;
  }

  #undelivered(later: Later, home: Home): TemplateResult {
    const outbox = this.#outbox!;
    const key = this.#key;
    return later.undelivered({
      say: this.say,
      home,
      cause: this.#cause,
      title: this.#titleOf(this.#form.values),
      lasting: outbox.lasting,
      sendNow: () => void this.#once(() => outbox.flush()),
      forget: () => void outbox.forget(key).then(() => this.#show('form')),
    });
  }

  #outboxNotice(home: Home, items: readonly KeptReport[]): TemplateResult | typeof nothing {
    const { say, language, later } = this;
    const outbox = this.#outbox;
    if (outbox === undefined || later === undefined || items.length === 0) return nothing;
    return later.outboxNotice({
      say,
      language,
      items,
      lasting: outbox.lasting,
      titleOf: (body) => this.#titleOf(body),
      receiptOf: (answer: SubmittedReport) => later.receipt(say, home, answer),
      resume: (kept) => void this.#resume(kept),
      sendNow: () => void outbox.flush(),
      sendAnyway: (key) => void outbox.sendAnyway(key),
      forget: (key) => void outbox.forget(key),
    });
  }

  #titleOf({ description }: { readonly description: string }): string {
    return (description.length > 60 ? `${description.slice(0, 59)}…` : description) || this.say('(chưa viết gì)', '(nothing written yet)');
  }

  /** What is kept beside the report that is before the person's eyes. */
  get #others(): readonly KeptReport[] {
    return this.kept.filter(({ key, state }) => key !== this.#key || (state !== 'draft' && state !== 'waiting'));
  }

  /** What is there already is asked first; where nobody can be asked, it is sent. */
  async #send(values: FilledIn): Promise<Problem | undefined> {
    await this.#picturesArrived();
    const found = await this.later!.findSimilar(this.#api!, values);
    if ('problem' in found) {
      this.tell('tt-error', { code: found.problem.code });
      return found.problem;
    }
    if (found.items.length === 0) return this.#post();
    this.similar = found.items;
    this.#joinProblem = undefined;
    return this.#show('similar');
  }

  async #post(): Promise<Problem | undefined> {
    this.#cause = navigator.onLine ? 'unreachable' : 'offline';
    const { body, files } = this.#packed();
    const { state, answer, problem } = await this.#outbox!.post(body, files, this.#key);
    if (state === 'sent') return this.#finish('sent', answer!);
    if (state === 'refused') return this.#refused(problem!);
    this.tell('tt-error', { code: this.#cause });
    return this.#show('kept');
  }

  /** @returns what the fields are to say, where the form is in sight and they can say it */
  #refused(problem: Problem): Problem | undefined {
    // What is changed now is another report: the server has answered for this one.
    this.#key = newKey();
    this.tell('tt-error', { code: problem.code });
    this.stopped = this.later!.isOfThePage(problem.code) ? problem : undefined;
    if (this.stopped !== undefined) console.warn(`<${this.localName}> ${problem.messages.vi} / ${problem.messages.en} (${problem.code})`);
    if (this.view === 'form' && this.stopped === undefined) return problem;
    this.#show('form');
    if (this.stopped === undefined) this.#form.refuse(problem);
    else void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-summary]')?.focus());
    return undefined;
  }

  async #join(code: string): Promise<void> {
    const joined = await this.later!.addVoice(this.#api!, code, this.#key, this.#form.values);
    if ('answer' in joined) return this.#finish('joined', joined.answer);
    const { messages, code: why } = joined.problem;
    this.#joinProblem = this.say(messages.vi, messages.en);
    this.tell('tt-error', { code: why });
  }

  #finish(view: 'sent' | 'joined', answer: Answered): undefined {
    this.done = answer;
    this.tell('tt-submitted', { code: answer.code });
    return this.#show(view);
  }

  async #saveDraft(): Promise<void> {
    const { body, files } = this.#packed();
    await this.#outbox!.saveDraft(body, files, this.#key);
    this.#show('drafted');
  }

  /** Pictures that have arrived go by their ids and stand first: what is resumed, or sent later, knows them again. */
  #packed() {
    const arrived = this.#pictures.filter(({ id }) => id !== undefined);
    const waiting = this.#pictures.filter(({ id }) => id === undefined);
    return { body: bodyOf({ ...this.#form.values, photos: arrived.map(({ id }) => id!) }, this.#chosen?.questions), files: [...arrived, ...waiting].map(({ file }) => file) };
  }

  async #resume(kept: KeptReport): Promise<void> {
    const ids = this.later!.arrivedPictures(kept);
    this.#form.values = filledIn(kept.body);
    this.#choose(kept.body.category);
    this.#key = kept.state === 'draft' ? kept.key : newKey();
    this.#pictures = ids.flatMap((id, at) => kept.files[at] === undefined ? [] : [{ key: at + 1, id, name: this.say(`Ảnh ${at + 1}`, `Picture ${at + 1}`), file: kept.files[at], preview: undefined, state: 'sent' as const, share: 1, message: undefined }]);
    // A draft stays until it has been sent; what was refused is another report from here on.
    if (kept.state !== 'draft') await this.#outbox!.forget(kept.key);
    this.#show('form');
    await this.updateComplete;
    const rest = kept.files.slice(this.#pictures.length).map((file, at) => new File([file], `${this.say('Ảnh', 'Picture')} ${this.#pictures.length + at + 1}.jpg`, { type: file.type }));
    if (rest.length > 0) this.renderRoot.querySelector('tt-picture-input')?.add(rest);
  }

  /** What was kept may have arrived, or been refused, while its writer still looks. */
  readonly #changed = (items: readonly KeptReport[]): void => {
    this.kept = items;
    const own = this.view === 'kept' ? items.find(({ key }) => key === this.#key) : undefined;
    if (own?.state === 'sent') this.#finish('sent', own.answer!);
    else if (own?.state === 'refused') this.#refused(own.problem!);
    else return;
    void this.#outbox!.forget(own.key);
  };

  readonly #pictured = ({ detail: { pictures, ids, busy } }: CustomEvent<Pictured>): void => {
    this.#pictures = pictures;
    this.#onTheWay = busy;
    this.#form.set('photos', ids);
    this.tell('tt-change');
    if (!busy) this.#arrived?.();
  };

  #placed(place: Place): void {
    this.elsewhere = undefined;
    this.#form.set('place', place);
    this.tell('tt-change');
  }

  async #picturesArrived(): Promise<void> {
    if (!this.#onTheWay || !navigator.onLine) return;
    await Promise.race([new Promise<void>((resolve) => (this.#arrived = resolve)), new Promise((resolve) => setTimeout(resolve, picturesMs))]);
  }

  get #chosen(): Category | undefined {
    return this.categories?.find(({ code }) => code === this.#form.values.category);
  }

  #choose(code: string): void {
    const chosen = this.categories?.find((one) => one.code === code);
    this.#form.values = this.categories === undefined ? { ...this.#form.values, category: code } : ofCategory(this.#form.values, chosen);
    this.requestUpdate();
  }

  #begin(): void {
    if (this.category !== undefined) this.#choose(this.category);
    if (this.commune !== undefined) this.#form.set('place', { commune: this.commune });
  }

  readonly #line = (): void => this.requestUpdate();

  async #once(work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await work().finally(() => (this.busy = false));
  }

  /** The focus goes to what has come in the form's place. */
  #show(view: View): undefined {
    this.view = view;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-heading]')?.focus());
    return undefined;
  }
}

define('tt-report-form', ReportForm);

import { sayIn } from '@tinhthong/core/say';
import { define, type Home, type Problem, TtWidget } from '@tinhthong/ui-webcomponents';
import { fieldStyles, Form, textField } from '@tinhthong/ui-webcomponents/fields';
import { notice, statusStyles } from '@tinhthong/ui-webcomponents/status';
import { type CSSResultGroup, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FollowedReport, Report } from '../../api.gen.ts';
import { fetchNames, type Names } from '../../names.ts';
import { reportsApi } from '../../reports-api.ts';
import { Reactions } from './reactions.ts';
import { reportFacts, reportStanding } from './report-facts.ts';
import { styles } from './track-report.styles.ts';

interface Codes {
  readonly code: string;
  readonly followUp: string;
}

const codePattern = /^[A-Z]{2,5}-\d{2}-\d{7}$/;

/**
 * What has become of a report: its course, who has it and until when in plain words; with the follow-up code its reporter
 * adds to it, rates the answer and reopens it. Nothing of it is kept on the device.
 *
 * @attr {string} code of the report that is shown at once, as everybody may see it
 * @attr {string} embed-key the public key that the province made for this website
 * @attr {string} lang `vi` or `en`; by default the language of the page
 * @attr {string} theme `light`, `dark` or `auto`
 * @slot what a citizen can do where the widget cannot work: a link and a number
 * @fires tt-ready once it can be used
 * @fires tt-change when a report has been found, with its `code` and `status`
 * @fires tt-submitted with `code`, when a rating, an addition or a reopening has been taken
 * @fires tt-error with `code`, why it cannot be used or was refused
 *
 * @example <tt-track-report embed-key="pk_…"><a href="https://hue.example/phan-anh/theo-doi">Theo dõi phản ánh</a> hoặc gọi 1022</tt-track-report>
 */
export class TrackReport extends TtWidget {
  static override styles: CSSResultGroup = [TtWidget.styles, fieldStyles, statusStyles, styles];
  static override properties: PropertyDeclarations = { code: {}, report: { state: true }, names: { state: true }, told: { state: true } };

  declare code: string | undefined;
  declare protected report: Report | FollowedReport | undefined;
  declare protected names: Names | undefined;
  /** What has just been done. */
  declare protected told: string | undefined;
  protected readonly module = 'field-reports';
  readonly #form = new Form<Codes>(this, {
    say: this.say,
    start: { code: '', followUp: '' },
    check: ({ code }) => ({ code: !codePattern.test(tidy(code)) && this.say('Mã phản ánh có dạng HUE-26-0000123.', 'The code of a report is like HUE-26-0000123.') }),
  });
  readonly #reactions = new Reactions(this, {
    say: this.say,
    after: (words) => this.#refresh(words),
    failed: (code) => this.tell('tt-error', { code }),
  });
  #api: ReturnType<typeof reportsApi> | undefined;

  /** To the code, or to the report that is shown. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(this.report === undefined ? '#code' : '[data-heading]')?.focus(options);
  }

  /** Forgets the report and both codes. */
  reset(): void {
    this.report = undefined;
    this.told = undefined;
    this.#form.reset();
    this.#reactions.reset();
    void this.updateComplete.then(() => this.focus());
  }

  protected async start(home: Home): Promise<void> {
    const api = (this.#api = reportsApi(home, this.language, this.embedKey));
    this.names = await fetchNames(home, api, this.embedKey);
    if (this.names === undefined) return this.refuse();
    if (this.code === undefined) return;
    this.#form.set('code', this.code);
    const problem = await this.#find({ code: this.code, followUp: '' });
    if (problem !== undefined) this.#form.refuse(problem);
  }

  protected content(home: Home): TemplateResult {
    const { report, names } = this;
    const say = sayIn(this.language);
    if (report === undefined || names === undefined) return this.#codes(home);
    return html`<h2 tabindex="-1" data-heading>${names.category(say, report.category)} <small>${report.code}</small></h2>
      <div role="status">${this.told === undefined ? nothing : notice({ tone: 'good' }, html`<p>${this.told}</p>`)}</div>
      ${reportStanding(say, home, report, new Date())}
      ${'standing' in report ? this.#reactions.content(home, this.embedKey, this.#api!, report, this.#form.values.followUp.trim()) : nothing}
      ${reportFacts(say, names, report)}
      <p class="actions away"><button type="button" class="second" @click=${() => this.reset()}>${say('Xem phản ánh khác', 'See another report')}</button>
        <a href="${home.origin}/phan-anh/${report.code}" target="_blank" rel="noopener">${say('Mở ở trang của tỉnh', 'Open it on the page of the province')}</a></p>`;
  }

  #codes(home: Home): TemplateResult {
    const { say } = this;
    const form = this.#form;
    return html`<form novalidate @submit=${form.submit((codes) => this.#find(codes))}>
      ${form.summary()}
      <h2 tabindex="-1" data-heading>${say('Theo dõi phản ánh', 'Follow a report')}</h2>
      <p class="lead">${say('Xem đơn vị nào đang xử lý và đến bao giờ có trả lời.', 'See who handles it, and when you get an answer.')}</p>
      ${textField({ ...form.bind('code'), label: say('Mã phản ánh', 'Code of the report'), hint: say('Ví dụ: HUE-26-0000123', 'For example: HUE-26-0000123'), size: 'short' })}
      ${textField({
        ...form.bind('followUp'),
        label: say('Mã theo dõi', 'Follow-up code'),
        hint: say('Mã riêng bạn nhận khi gửi. Cần có để bổ sung, đánh giá, mở lại.', 'The code of your own that you got on sending. It is needed to add to the report, rate it or reopen it.'),
        optional: true,
        size: 'short',
      })}
      <p class="actions"><button ?disabled=${form.sending}>${form.sending ? say('Đang tìm …', 'Looking …') : say('Xem phản ánh', 'See the report')}</button>
        <a href="${home.origin}/phan-anh/theo-doi" target="_blank" rel="noopener">${say('Mất mã theo dõi?', 'Lost the follow-up code?')}</a></p>
    </form>`;
  }

  async #find({ code, followUp }: Codes): Promise<Problem | undefined> {
    const path = { code: tidy(code) };
    const secret = followUp.trim();
    const api = this.#api!;
    const { data, error } = secret === ''
      ? await api.GET('/api/field-reports/reports/{code}', { params: { path } })
      : await api.POST('/api/field-reports/reports/{code}/follow', { params: { path }, body: { followUp: secret } });
    if (data === undefined) {
      this.tell('tt-error', { code: error!.code });
      return refusalOf(error!, secret !== '');
    }
    this.report = data;
    this.tell('tt-change', { code: data.code, status: data.status });
    void this.updateComplete.then(() => this.focus());
    return undefined;
  }

  async #refresh(words: string): Promise<void> {
    const code = this.report!.code;
    await this.#find({ ...this.#form.values, code });
    this.told = words;
    this.tell('tt-submitted', { code });
  }
}

/** As people write it: `hue 26 0000123`. */
function tidy(code: string): string {
  return code.trim().toUpperCase().replace(/[\s–—-]+/g, '-');
}

/** Whether there is such a report is not for whoever does not hold its code: both are said as one. */
function refusalOf(problem: Problem, withSecret: boolean): Problem {
  if (![403, 404, 422].includes(problem.status) || problem.code.startsWith('embed-') || ['module-off', 'not-embeddable'].includes(problem.code)) return problem;
  const message = withSecret
    ? { vi: 'Mã phản ánh hoặc mã theo dõi chưa đúng.', en: 'The code of the report or the follow-up code is not right.' }
    : { vi: 'Không có phản ánh công khai nào mang mã này. Nếu là của bạn, hãy điền cả mã theo dõi.', en: 'There is no public report with this code. If it is yours, fill in the follow-up code too.' };
  return { ...problem, errors: [{ path: 'body.code', message }] };
}

define('tt-track-report', TrackReport);

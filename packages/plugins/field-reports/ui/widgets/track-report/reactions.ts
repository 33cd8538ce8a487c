import type { Home, Problem, Say, Text } from '@tinhthong/ui-webcomponents';
import { Form, radios, textArea } from '@tinhthong/ui-webcomponents/fields';
import type { uploadTo } from '@tinhthong/ui-webcomponents/picture-input';
import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import { mostReopenings } from '../../../src/after-answer/reopening.ts';
import { openStates, ratedStates } from '../../../src/handling/report-states.ts';
import { ratingWords } from '../../../src/pages/words.ts';
import type { FollowedReport } from '../../api.gen.ts';
import type { reportsApi } from '../../reports-api.ts';

export interface ReactionsOptions {
  readonly say: Say;
  /** A reaction was taken: what to say of it. */
  after(words: string): Promise<void>;
  failed(code: string): void;
}

interface Values {
  readonly rating: '' | keyof typeof ratingWords;
  readonly comment: string;
  readonly text: string;
  readonly photos: readonly string[];
}

type Kind = 'add' | 'reopen' | 'dispute';

const words: Readonly<Record<Kind, Readonly<Record<'title' | 'label' | 'hint' | 'button' | 'done', Text>>>> = {
  add: {
    title: { vi: 'Bổ sung thông tin, ảnh', en: 'Add words or pictures' },
    label: { vi: 'Có gì mới?', en: 'What is new?' },
    hint: { vi: 'Chỉ cán bộ đọc được; ảnh thì công khai.', en: 'For staff alone; pictures are public.' },
    button: { vi: 'Gửi bổ sung', en: 'Send' },
    done: { vi: 'Đã bổ sung vào phản ánh.', en: 'Added to the report.' },
  },
  reopen: {
    title: { vi: 'Sự việc chưa xong? Mở lại phản ánh', en: 'Not solved? Reopen the report' },
    label: { vi: 'Vì sao mở lại?', en: 'Why should it be reopened?' },
    hint: { vi: 'Cán bộ xử lý đọc được phần này.', en: 'Whoever handles it reads this.' },
    button: { vi: 'Mở lại phản ánh', en: 'Reopen the report' },
    done: { vi: 'Phản ánh đã được mở lại và quay về đơn vị xử lý.', en: 'The report is open again and back with its agency.' },
  },
  dispute: {
    title: { vi: 'Vẫn chưa xong? Đề nghị cấp trên xem xét', en: 'Still not solved? Ask the supervisor' },
    label: { vi: 'Điều gì vẫn chưa được?', en: 'What is still wrong?' },
    hint: { vi: 'Phản ánh đã được mở lại hai lần; lần này cấp trên quyết định.', en: 'It has been reopened twice: this time the supervisor decides.' },
    button: { vi: 'Đề nghị cấp trên xem xét', en: 'Ask the supervisor' },
    done: { vi: 'Đề nghị của bạn đã được chuyển cấp trên xem xét.', en: 'Your request is with the supervisor.' },
  },
};

const leastReason = 5;

/** What its reporter, or whoever added a voice, can do about a report: each a form of its own. */
export class Reactions {
  readonly #host: LitElement;
  readonly #options: ReactionsOptions;
  readonly #rating: Form<Pick<Values, 'rating' | 'comment'>>;
  readonly #more: Form<Pick<Values, 'text' | 'photos'>>;
  #kind: Kind = 'add';
  #open = false;

  constructor(host: LitElement, options: ReactionsOptions) {
    const { say } = options;
    this.#host = host;
    this.#options = options;
    this.#rating = new Form(host, { say, start: { rating: '', comment: '' } as Pick<Values, 'rating' | 'comment'>, check: ({ rating }) => ({ rating: rating === '' && say('Hãy chọn một mức đánh giá.', 'Choose a rating.') }) });
    this.#more = new Form(host, {
      say,
      start: { text: '', photos: [] } as Pick<Values, 'text' | 'photos'>,
      paths: { reason: 'text' },
      check: ({ text, photos }) => ({
        text: this.#kind === 'add'
          ? text.trim() === '' && photos.length === 0 && say('Hãy viết vài lời hoặc chọn ảnh.', 'Write a few words, or choose a picture.')
          : text.trim().length < leastReason && say('Hãy nêu lý do, ít nhất 5 ký tự.', 'Give a reason of at least 5 characters.'),
      }),
    });
  }

  reset(): void {
    this.#rating.reset();
    this.#more.reset();
    this.#open = false;
  }

  content(home: Home, embedKey: string | undefined, api: ReturnType<typeof reportsApi>, report: FollowedReport, secret: string): TemplateResult {
    const { status, standing, reopened } = report;
    const answered = ratedStates.includes(status);
    const own = standing === 'reporter';
    const kind: Kind | undefined = !own ? undefined : openStates.includes(status) ? 'add' : !answered ? undefined : reopened < mostReopenings ? 'reopen' : 'dispute';
    if (kind !== undefined) this.#kind = kind;
    return html`${answered ? this.#ratingForm(api, report, secret) : nothing}${kind === undefined ? nothing : this.#moreForm(kind, home, embedKey, api, report, secret)}`;
  }

  #ratingForm(api: ReturnType<typeof reportsApi>, { code, rating, standing }: FollowedReport, followUp: string): TemplateResult {
    const { say } = this.#options;
    const own = standing === 'reporter';
    const form = this.#rating;
    return html`<form novalidate class="reaction" @submit=${form.submit(async ({ rating: given, comment }) => {
      if (given === '') return undefined;
      const { error } = await api.POST('/api/field-reports/reports/{code}/rate', { params: { path: { code } }, body: { followUp, rating: given, ...(comment.trim() !== '' && { comment: comment.trim() }) } });
      return this.#ended(error, say('Cảm ơn bạn đã đánh giá.', 'Thank you for your rating.'), form);
    })}>${form.summary()}
      ${radios({
        ...form.bind('rating'),
        set: (value) => form.set('rating', value as Values['rating']),
        label: say('Bạn thấy kết quả thế nào?', 'How do you find the result?'),
        hint: rating === null ? undefined : own
          ? say(`Bạn đã đánh giá: ${ratingWords[rating].vi}. Đổi được khi còn hạn mở lại.`, `You have rated it: ${ratingWords[rating].en}. It can be changed while the report can be reopened.`)
          : say(`Người gửi đã đánh giá: ${ratingWords[rating].vi}.`, `Rated by its reporter: ${ratingWords[rating].en}.`),
        options: Object.entries(ratingWords).map(([value, { vi, en }]) => ({ value, label: say(vi, en ?? vi) })),
      })}
      ${textArea({ ...form.bind('comment'), label: say('Nhận xét', 'Comment'), hint: say('Chỉ cán bộ đọc được.', 'For staff alone.'), optional: true, most: 1_000, rows: 2 })}
      <p class="actions"><button ?disabled=${form.sending}>${form.sending ? say('Đang gửi …', 'Sending …') : say('Gửi đánh giá', 'Send the rating')}</button></p></form>`;
  }

  #moreForm(kind: Kind, home: Home, embedKey: string | undefined, api: ReturnType<typeof reportsApi>, { code }: FollowedReport, followUp: string): TemplateResult {
    const { say } = this.#options;
    const form = this.#more;
    const { title, label, hint, button, done } = words[kind];
    const upload = `${home.origin}/api/field-reports/photos${embedKey === undefined ? '' : `?key=${embedKey}`}`;
    return html`<details class="reaction" ?open=${this.#open} @toggle=${({ currentTarget }: Event) => this.#opened(currentTarget as HTMLDetailsElement)}><summary>${say(title.vi, title.en)}</summary>
      <form novalidate @submit=${form.submit(async ({ text, photos }) => {
        const params = { path: { code } };
        const given = text.trim();
        const { error } = kind === 'add'
          ? await api.POST('/api/field-reports/reports/{code}/add', { params, body: { followUp, photos: [...photos], ...(given !== '' && { text: given }) } })
          : await api.POST(`/api/field-reports/reports/{code}/${kind}`, { params, body: { followUp, reason: given, photos: [...photos] } });
        return this.#ended(error, say(done.vi, done.en), form);
      })}>${form.summary()}
        ${textArea({ ...form.bind('text'), label: say(label.vi, label.en), hint: say(hint.vi, hint.en), optional: kind === 'add', most: kind === 'add' ? 2_000 : 1_000, rows: 3 })}
        <tt-picture-input id="photos" optional .upload=${this.#uploader?.(upload)} .error=${form.errorOf('photos')}
          @tt-change=${(event: CustomEvent<{ readonly ids: readonly string[] }>) => form.set('photos', event.detail.ids)}></tt-picture-input>
        <p class="actions"><button ?disabled=${form.sending}>${form.sending ? say('Đang gửi …', 'Sending …') : say(button.vi, button.en)}</button></p></form></details>`;
  }

  #uploader: typeof uploadTo | undefined;

  /** Pictures are few and come late: what takes them is fetched when somebody opens the form. */
  async #opened({ open }: HTMLDetailsElement): Promise<void> {
    this.#open = open;
    if (!open || this.#uploader !== undefined) return;
    this.#uploader = (await import('@tinhthong/ui-webcomponents/picture-input').catch(() => undefined))?.uploadTo;
    this.#host.requestUpdate();
  }

  async #ended(error: Problem | undefined, done: string, form: { reset(): void }): Promise<Problem | undefined> {
    if (error !== undefined) {
      this.#options.failed(error.code);
      return error;
    }
    form.reset();
    this.#open = false;
    await this.#options.after(done);
    return undefined;
  }
}

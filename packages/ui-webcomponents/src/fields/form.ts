import { type LitElement, nothing, type TemplateResult } from 'lit';
import type { Say } from '../base/language.ts';
import type { Problem } from '../client/core-api.gen.ts';
import { afterPress } from './after-press.ts';
import { errorSummary, type Fault } from './error-summary.ts';
import { fieldOf } from './field-of.ts';

export type Faults<Values> = { readonly [Name in keyof Values]?: string | false | undefined };

export interface FormOptions<Values> {
  readonly say: Say;
  readonly start: Values;
  /** What is wrong, in words for the person who fills it in; nothing where all is well. */
  readonly check: (values: Values) => Faults<Values>;
  /** Whose field a path of a problem is, where it is not called so: `{ lat: 'place' }`. */
  readonly paths?: Readonly<Record<string, keyof Values & string>>;
  /** Where a refusal leads on, as to what is there already. */
  readonly leadsTo?: (problem: Problem) => Fault | undefined;
}

/** What a field's template needs of its form. */
export interface Bound<Value> {
  readonly id: string;
  readonly say: Say;
  readonly value: Value;
  readonly error: string | undefined;
  set(value: Value): void;
  touch(): void;
}

/**
 * Holds what a person has filled in, says what is wrong once the field has been left or the form sent, and takes what the
 * server refused to the fields it means. Ids of fields are their names.
 *
 * @example
 * readonly form = new Form(this, { say: this.say, start: { phone: '' }, check: ({ phone }) => ({ phone: phone === '' && this.say('Ghi số điện thoại', 'Enter a phone number') }) });
 * // in render(): html`<form novalidate @submit=${this.form.submit((values) => this.send(values))}>${this.form.summary()}${textField({ ...this.form.bind('phone'), label: '…' })}</form>`
 */
export class Form<Values extends object> {
  values: Values;
  /** While it is being sent, a second press does nothing. */
  sending = false;
  readonly #host: LitElement;
  readonly #options: FormOptions<Values>;
  #shown = new Set<keyof Values>();
  #summed = false;
  #refused: Map<keyof Values, string> = new Map();
  #others: readonly Fault[] = [];
  #title: string | undefined;

  constructor(host: LitElement, options: FormOptions<Values>) {
    this.#host = host;
    this.#options = options;
    this.values = options.start;
  }

  bind<Name extends keyof Values & string>(name: Name): Bound<Values[Name]> {
    return {
      id: name,
      say: this.#options.say,
      value: this.values[name],
      error: this.errorOf(name),
      set: (value) => this.set(name, value),
      touch: () => {
        // Of the form as it is now: what is pressed may empty it.
        const shown = this.#shown;
        afterPress(() => (shown.add(name), this.#host.requestUpdate()));
      },
    };
  }

  set<Name extends keyof Values>(name: Name, value: Values[Name]): void {
    this.values = { ...this.values, [name]: value };
    this.#refused.delete(name);
    this.#host.requestUpdate();
  }

  errorOf(name: keyof Values): string | undefined {
    const own = this.#shown.has(name) && this.#options.check(this.values)[name];
    return own || this.#refused.get(name);
  }

  /** Words of everything that is wrong, in the order of the fields; only after the form was sent. */
  summary(): TemplateResult | typeof nothing {
    if (!this.#summed) return nothing;
    const faults = this.#names().flatMap((name): Fault[] => {
      const message = this.errorOf(name);
      return message === undefined ? [] : [{ id: name, message }];
    });
    return errorSummary(this.#options.say, [...faults, ...this.#others], this.#title);
  }

  /** For `@submit`: checks, sends once, and shows what came back. */
  submit(send: (values: Values) => Promise<Problem | undefined>): (event: Event) => Promise<void> {
    return async (event) => {
      event.preventDefault();
      if (this.sending) return;
      this.#clear();
      for (const name of this.#names()) this.#shown.add(name);
      if (Object.values(this.#options.check(this.values)).some(Boolean)) return this.#show();
      this.sending = true;
      this.#host.requestUpdate();
      try {
        const problem = await send(this.values);
        if (problem !== undefined) this.refuse(problem);
      } finally {
        this.sending = false;
        this.#host.requestUpdate();
      }
    };
  }

  /** Shows what the server did not take. */
  refuse(problem: Problem): void {
    this.#clear();
    const { say, paths, leadsTo } = this.#options;
    const others: Fault[] = [];
    for (const { path, message } of problem.errors ?? []) {
      const words = sentence(say(message.vi, message.en ?? message.vi));
      const name = fieldOf(path, this.#names(), paths);
      if (name === undefined) others.push({ message: words });
      else if (!this.#refused.has(name)) this.#refused.set(name, words);
    }
    const further = leadsTo?.(problem);
    this.#others = further === undefined ? others : [...others, further];
    if (this.#refused.size === 0) this.#title = say(problem.messages.vi, problem.messages.en);
    void this.#show();
  }

  /** As it was at the start. */
  reset(): void {
    this.#clear();
    this.#shown = new Set();
    this.values = this.#options.start;
    this.#host.requestUpdate();
  }

  #names(): (keyof Values & string)[] {
    return Object.keys(this.values) as (keyof Values & string)[];
  }

  #clear(): void {
    this.#summed = false;
    this.#refused = new Map();
    this.#others = [];
    this.#title = undefined;
  }

  async #show(): Promise<void> {
    this.#summed = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>('[data-summary]')?.focus();
  }
}

/** Faults of the server begin in lower case and end without a stop, as parts of a list do. */
function sentence(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1) + (/[.!?…]$/.test(words) ? '' : '.');
}

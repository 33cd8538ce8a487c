import { type CSSResultGroup, html, type TemplateResult } from 'lit';
import { define } from '../base/define.ts';
import { TtElement } from '../base/tt-element.ts';
import type { Problem } from '../client/core-api.gen.ts';
import { fieldStyles, Form, textArea, textField } from './fields.ts';

/** For the gallery: the least that a form is. */
class SampleForm extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, fieldStyles];
  readonly #form = new Form(this, {
    say: this.say,
    start: { text: '', phone: '' },
    check: ({ text, phone }) => ({
      text: text.trim().length < 10 && this.say('Viết ít nhất 10 ký tự để người xử lý hiểu.', 'Write at least 10 characters.'),
      phone: phone.trim() !== '' && !/^[\d +().-]{3,20}$/.test(phone) && this.say('Số điện thoại chỉ có chữ số.', 'A phone number has digits only.'),
    }),
  });

  fill(): void {
    this.#form.set('text', 'Đèn đường không sáng từ tối thứ Hai.');
  }

  refuse(problem: Problem): void {
    this.fill();
    this.#form.set('phone', '0900');
    this.#form.refuse(problem);
  }

  override render(): TemplateResult {
    const { say } = this;
    return html`<form novalidate @submit=${this.#form.submit(() => new Promise(() => {}))}>${this.#form.summary()}
      ${textArea({ ...this.#form.bind('text'), label: say('Điều gì đang xảy ra?', 'What is wrong?'), most: 4_000 })}
      ${textField({ ...this.#form.bind('phone'), label: say('Số điện thoại', 'Phone number'), type: 'tel', autocomplete: 'tel', optional: true, size: 'short' })}
      <p class="actions"><button aria-disabled=${this.#form.sending ? 'true' : 'false'}>${this.#form.sending ? say('Đang gửi …', 'Sending …') : say('Gửi phản ánh', 'Send the report')}</button></p></form>`;
  }
}

define('tt-sample-form', SampleForm);

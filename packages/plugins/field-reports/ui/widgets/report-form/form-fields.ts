import type { Home, Language, Say } from '@tinhthong/ui-webcomponents';
import type { Commune } from '@tinhthong/ui-webcomponents/commune-picker';
import { checkbox, type Form, needsNote, radios, select, textArea, textField } from '@tinhthong/ui-webcomponents/fields';
import type { Picture, Upload } from '@tinhthong/ui-webcomponents/picture-input';
import type { Place } from '@tinhthong/ui-webcomponents/place-field';
import { html, nothing, type TemplateResult } from 'lit';
import type { Category } from '../../api.gen.ts';
import { consentVersion, type FilledIn, mostCharacters } from './filled-in.ts';

export interface Pictured {
  readonly pictures: readonly Picture[];
  readonly ids: readonly string[];
  readonly busy: boolean;
}

export interface FormFields {
  readonly say: Say;
  readonly language: Language;
  readonly home: Home;
  readonly form: Form<FilledIn>;
  readonly categories: readonly Category[] | undefined;
  readonly communes: readonly Commune[] | undefined;
  /** What the chosen category asks. */
  readonly questions: readonly TemplateResult[] | undefined;
  readonly upload: Upload | undefined;
  readonly pictures: readonly Picture[];
  /** Where a point belongs that lies in another province. */
  readonly elsewhere: TemplateResult | undefined;
  choose(category: string): void;
  pictured(event: CustomEvent<Pictured>): void;
  placed(place: Place): void;
  outside(point: { readonly lat: number; readonly lon: number }): void;
}

/** The questions in the order in which a person would tell it: what, where, with pictures, and who asks. */
export function formFields(of: FormFields): TemplateResult {
  const { say, language, home, form, categories, communes, questions, upload, pictures, elsewhere, choose, pictured, placed, outside } = of;
  const options = (categories ?? []).map(({ code, name }) => ({ value: code, label: say(name.vi, name.en ?? name.vi) }));
  const chosen = categories?.find(({ code }) => code === form.values.category);
  const pictureHint = chosen?.photoRequired ? say('Việc này cần ít nhất một ảnh. Ảnh được thu nhỏ trước khi gửi và không kèm vị trí.', 'This needs at least one picture. Pictures are made smaller before they are sent, without the place in them.') : undefined;
  return html`${needsNote(say)}
    ${select({ ...form.bind('category'), set: choose, label: say('Việc gì?', 'What is it about?'), options, choose: categories === undefined ? say('Đang tải …', 'Loading …') : undefined })}
    ${questions}
    ${textArea({
      ...form.bind('description'),
      label: say('Điều gì đang xảy ra?', 'What is wrong?'),
      hint: chosen?.public === false
        ? say('Nêu sự việc và từ khi nào. Chỉ cán bộ đọc được phần này.', 'What and since when. Only staff read this.')
        : say('Nêu sự việc và từ khi nào. Đừng ghi tên, số điện thoại: phần này được công khai.', 'What and since when. Leave out names and phone numbers: this part is public.'),
      most: mostCharacters,
    })}
    <div class="part"><tt-place-field id="place" lang=${language} .communes=${communes} .bounds=${home.bounds} .value=${form.values.place} .province=${say(home.name.vi, home.name.en ?? home.name.vi)}
      .error=${form.errorOf('place')} @tt-outside=${(event: CustomEvent<{ readonly lat: number; readonly lon: number }>) => outside(event.detail)}
      @tt-change=${(event: CustomEvent<{ readonly value: Place }>) => placed(event.detail.value)}></tt-place-field>${elsewhere ?? nothing}</div>
    <div class="part"><tt-picture-input id="photos" lang=${language} ?optional=${chosen?.photoRequired !== true} .hint=${pictureHint} .upload=${upload} .pictures=${pictures} .error=${form.errorOf('photos')}
      @tt-change=${pictured}></tt-picture-input></div>
    ${radios({
      ...form.bind('contact'),
      set: (value) => form.set('contact', value as FilledIn['contact']),
      label: say('Chúng tôi có thể hỏi lại bạn không?', 'May we ask you back?'),
      options: [
        { value: 'none', label: say('Gửi ẩn danh', 'Send it anonymously'), hint: say('Bạn vẫn theo dõi được bằng mã.', 'You can still follow it with a code.') },
        { value: 'phone', label: say('Để lại liên hệ', 'Leave my contact'), hint: say('Chỉ trung tâm điều hành thấy; đơn vị xử lý và công chúng không thấy.', 'Only the operations centre sees it; agencies and the public do not.') },
      ],
    })}
    ${form.values.contact === 'phone' ? contactFields(say, form) : nothing}`;
}

function contactFields(say: Say, form: Form<FilledIn>): TemplateResult {
  return html`<div class="contact">
    ${textField({ ...form.bind('name'), label: say('Họ và tên', 'Full name'), optional: true, autocomplete: 'name' })}
    ${textField({ ...form.bind('phone'), label: say('Số điện thoại', 'Phone'), hint: say('Cần ít nhất số điện thoại hoặc e-mail.', 'A phone number or an e-mail address is needed.'), type: 'tel', autocomplete: 'tel', optional: true })}
    ${textField({ ...form.bind('email'), label: 'E-mail', type: 'email', autocomplete: 'email', optional: true })}
    ${checkbox({
      id: 'consent',
      say,
      label: say(
        'Tôi đồng ý để thông tin liên hệ này được dùng nhằm trả lời phản ánh này, và được xóa sau 24 tháng kể từ khi đóng.',
        'I agree that these details are used to answer this report, and erased 24 months after it is closed.',
      ),
      hint: say(`Bản ${consentVersion}. Không đồng ý thì vẫn gửi ẩn danh được.`, `Version ${consentVersion}. Without it you can still send the report anonymously.`),
      error: form.errorOf('consent'),
      checked: form.values.consent,
      set: (checked) => form.set('consent', checked),
    })}</div>`;
}

import { html } from 'lit';
import type { Problem } from '../client/core-api.gen.ts';
import { drawn, type Specimen, type State, type Surrounding } from '../specimen/specimen.ts';
import './sample-form.ts';
import { checkbox, checkboxes, needsNote, radios, select, textArea, textField } from './fields.ts';

const set = () => {};
const long = 'Đèn đường trước số nhà 12 Lê Lợi không sáng từ tối thứ Hai, cả đoạn dài chừng hai trăm mét tối om. ';

function every({ say }: Surrounding, error: (vi: string, en: string) => string | undefined, filled = true) {
  const category = [
    { value: 'lamp', label: say('Đèn đường, điện công cộng', 'Street lamps') },
    { value: 'road', label: say('Đường sá, cầu cống', 'Roads and bridges'), hint: say('Ổ gà, sụt lún, nắp cống', 'Potholes, subsidence, manholes') },
    { value: 'waste', label: say('Rác thải, vệ sinh môi trường', 'Waste') },
  ];
  const when = [
    { value: 'today', label: say('Hôm nay', 'Today') },
    { value: 'week', label: say('Trong tuần này', 'This week') },
    { value: 'long', label: say('Đã lâu, không nhớ từ khi nào', 'For a long time') },
  ];
  return html`${needsNote(say)}
    ${select({ id: 'category', say, label: say('Lĩnh vực', 'Category'), options: category, value: filled ? 'lamp' : '', set, error: error('Chọn một lĩnh vực.', 'Choose a category.') })}
    ${textArea({ id: 'text', say, label: say('Điều gì đang xảy ra?', 'What is wrong?'), hint: say('Nêu sự việc và từ khi nào. Đừng ghi tên, số điện thoại: phần này được công khai.', 'What and since when. Leave out names and phone numbers: this part is public.'), most: 4_000, value: filled ? long : '', set, error: error('Viết ít nhất 10 ký tự để người xử lý hiểu.', 'Write at least 10 characters.') })}
    ${radios({ id: 'when', say, label: say('Từ khi nào?', 'Since when?'), options: when, value: filled ? 'week' : '', set, error: error('Chọn một câu trả lời.', 'Choose an answer.') })}
    ${checkboxes({ id: 'what', say, label: say('Có gì ở đó?', 'What is there?'), optional: true, options: category, value: filled ? ['road'] : [], set })}
    ${textField({ id: 'phone', say, label: say('Số điện thoại', 'Phone number'), hint: say('Chỉ để hỏi thêm về phản ánh này. Ví dụ: 0900 000 123', 'Only to ask about this report. For example: 0900 000 123'), optional: true, type: 'tel', autocomplete: 'tel', size: 'short', value: filled ? '0900 000 123' : '', set, error: error('Số điện thoại có 10 chữ số, bắt đầu bằng 0.', 'A phone number has 10 digits and begins with 0.') })}
    ${checkbox({ id: 'consent', say, label: say('Tôi đồng ý để số điện thoại này được dùng nhằm trả lời phản ánh, và được xóa sau 24 tháng kể từ khi đóng.', 'I agree that this number is used to answer this report, and erased 24 months after it is closed.'), checked: filled, set, error: error('Cần bạn đồng ý nếu để lại số điện thoại.', 'Your consent is needed if you leave a number.') })}`;
}

const counter = (value: string): State => ({
  show: ({ say }) => textArea({ id: 'text', say, label: say('Điều gì đang xảy ra?', 'What is wrong?'), most: 200, value, set, error: value.length > 200 ? say('Rút ngắn còn tối đa 200 ký tự.', 'Shorten it to 200 characters.') : undefined }),
});

const form = (ready?: State['ready']): State => ({ show: () => html`<tt-sample-form></tt-sample-form>`, ...(ready && { ready }) });
const problem: Problem = {
  type: '/problems/invalid-input',
  status: 422,
  code: 'invalid-input',
  title: 'Dữ liệu gửi lên chưa hợp lệ.',
  messages: { vi: 'Dữ liệu gửi lên chưa hợp lệ.', en: 'The input is not valid.' },
  errors: [
    { path: 'body.contact.phone', message: { vi: 'số này không gọi được ở Việt Nam', en: 'this number cannot be called in Vietnam' } },
    { path: 'body.photos.1', message: { vi: 'ảnh thứ hai đã quá 24 giờ, xin gửi lại ảnh', en: 'the second picture is older than 24 hours, please send it again' } },
  ],
  traceId: '',
};

export const specimen: Specimen = {
  what: { vi: 'Ô chữ, danh sách, nút chọn, ô đánh dấu; biểu mẫu với bảng tóm tắt lỗi.', en: 'Text fields, lists, choices; a form with its error summary.' },
  states: {
    plain: { show: (around) => every(around, () => undefined) },
    empty: { show: (around) => every(around, () => undefined, false) },
    error: { show: (around) => every(around, around.say, false) },
    'counter-left': counter(long + long.slice(0, 60)),
    'counter-over': counter(long.repeat(3)),
    form: form(),
    'form-checked': form(async (root) => {
      const { shadowRoot } = await drawn(root, 'tt-sample-form');
      shadowRoot.querySelector('form')!.requestSubmit();
    }),
    'form-refused': form(async (root) => {
      const sample = await drawn<HTMLElement & { refuse(problem: Problem): void }>(root, 'tt-sample-form');
      sample.refuse(problem);
    }),
    'form-sending': form(async (root) => {
      const sample = await drawn<HTMLElement & { fill(): void }>(root, 'tt-sample-form');
      sample.fill();
      sample.shadowRoot.querySelector('form')!.requestSubmit();
    }),
  },
};


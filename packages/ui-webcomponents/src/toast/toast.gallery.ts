import { html } from 'lit';
import { drawn, type Specimen, type State } from '../specimen/specimen.ts';
import './toast.ts';
import type { Toast, Toasted } from './toast.ts';

const shown = (toast: (say: (vi: string, en: string) => string) => Toasted): State => ({
  show: () => html`<tt-toast></tt-toast>`,
  async ready(root) {
    const element = await drawn<Toast>(root, 'tt-toast');
    element.show(toast((vi, en) => (element.language === 'en' ? en : vi)));
  },
});

export const specimen: Specimen = {
  what: { vi: 'Báo thoáng qua là đã xong, có thể hoàn tác.', en: 'Says in passing that it is done, and can be undone.' },
  states: {
    info: shown((say) => ({ words: say('Đã chép mã HUE-26-0000123.', 'The code HUE-26-0000123 was copied.') })),
    action: shown((say) => ({ tone: 'good', words: say('Bạn đã nhận xử lý phản ánh này.', 'You have taken on this report.'), action: { label: say('Hoàn tác', 'Undo'), run() {} } })),
    bad: shown((say) => ({ tone: 'bad', words: say('Người khác vừa nhận việc này trước bạn.', 'Somebody else has just taken this on.') })),
  },
};

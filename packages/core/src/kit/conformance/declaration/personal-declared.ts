import { type Check, fault } from '../fault.ts';
import type { Declared } from './declared.ts';

export const personalDeclared: Check<Declared> = {
  id: 'personal-data',
  title: { vi: 'Khai báo dữ liệu cá nhân', en: 'Personal data is declared' },
  why: {
    vi: 'Luật 91/2025/QH15: tỉnh phải nói giữ gì của ai, để làm gì, bao lâu. Sổ đăng ký được lập từ khai báo này.',
    en: 'Law 91/2025/QH15: a province must say what it holds of whom, what for, how long. Its register is made of this declaration.',
  },
  run({ plugin: { personalData } }) {
    const nothing = 'none' in personalData ? personalData.none.trim() === '' : Object.keys(personalData.fields).length === 0;
    if (!nothing) return [];
    return [fault('personalData', ['Không nói giữ dữ liệu cá nhân nào, cũng không nói vì sao không giữ.', 'It says neither what it holds nor why it holds nothing.'], ["Liệt kê fields, hoặc { none: 'lý do' }.", "List fields, or { none: 'the reason' }."])];
  },
};

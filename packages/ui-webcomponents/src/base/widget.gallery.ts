import { html, type TemplateResult } from 'lit';
import type { Specimen, State, Surrounding } from '../specimen/specimen.ts';
import './sample-widget.ts';

const province = {
  name: { vi: 'Thành phố Huế', en: 'Huế city' },
  hotline: '1022',
  bounds: [107, 15.9, 108.3, 16.8],
  modules: ['field-reports'],
  colours: { brand: '#5b2a86', onBrand: '#ffffff', action: '#5b2a86', onAction: '#ffffff', link: '#5b2a86', darkLink: '#c9a7e8' },
};

// A key of its own for each: a province is asked once a page.
const show = (key: string) => ({ say }: Surrounding): TemplateResult =>
  html`<tt-sample-widget embed-key="pk_${key}"><a href="#hue">${say('Gửi phản ánh', 'Send a report')}</a> ${say('hoặc gọi', 'or call')} 1022</tt-sample-widget>`;
const refused = (reason: string, message: { vi: string; en: string }, about: object = province): State => ({
  show: show(reason),
  answer: () => Response.json({ allowed: false, reason, message, province: about }),
});

/** A widget on any page: whatever happens, the link and the number are there. */
export const specimen: Specimen = {
  what: { vi: 'Nền của mọi widget: chào hệ thống của tỉnh; không được thì hiện đường dẫn dự phòng.', en: 'What every widget stands on: greets the province, or shows its fallback.' },
  states: {
    ready: { show: show('ready'), answer: () => Response.json({ allowed: true, reason: null, message: { vi: '', en: '' }, province }) },
    loading: { show: show('loading'), answer: () => new Promise(() => {}) },
    'line-down': { show: show('down'), answer: () => undefined },
    'module-off': { show: show('off'), answer: () => Response.json({ allowed: true, reason: null, message: { vi: '', en: '' }, province: { ...province, modules: [] } }) },
    'province-suspended': refused('province-suspended', { vi: 'Tỉnh tạm dừng dịch vụ.', en: 'The province has suspended its services.' }),
    'origin-not-listed': refused('origin-not-listed', { vi: 'Trang này chưa được tỉnh cho phép.', en: 'The province has not listed this page.' }),
    'key-revoked': refused('revoked', { vi: 'Khóa nhúng đã bị thu hồi.', en: 'The embed key was revoked.' }),
  },
};

import { html } from 'lit';
import type { Specimen } from '../specimen/specimen.ts';
import { drawings, icon } from './icon.ts';

export const specimen: Specimen = {
  what: { vi: 'Hình vẽ nhỏ, luôn đi cùng chữ.', en: 'Small drawings, always beside words.' },
  states: {
    all: { show: () => html`<ul class="samples">${Object.entries(drawings).map(([name, drawing]) => html`<li>${icon(drawing)} <span>${name}</span></li>`)}</ul>` },
    'in-text': {
      show: ({ say }) => html`<p>${icon(drawings.clock)} ${say('Còn 3 giờ làm việc', '3 working hours left')}</p>
        <p class="late">${icon(drawings.warning)} ${say('Quá hạn 2 ngày', '2 days late')}</p>
        <h2>${icon(drawings.pin)} ${say('Phường Phú Xuân', 'Phú Xuân ward')}</h2>`,
    },
  },
};

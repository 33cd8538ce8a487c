import { html, type TemplateResult } from 'lit';
import { opened } from '../../../gallery/opened.ts';
import { hueCommunes } from '../../../gallery/samples.ts';
import type { Specimen, Surrounding } from '../../specimen/specimen.ts';
import type { DotRow } from './dot-chart.ts';
import './dot-chart.ts';

const rows = hueCommunes.slice(0, 10).map(({ name }, i): DotRow => {
  if (i === 8) return { label: name, value: null, state: 'too-few', note: 'n = 14' };
  if (i === 9) return { label: name, value: null, state: 'withheld' };
  return { label: name, value: Math.round((94.1 - i * 3.4) * 10) / 10, low: Math.round((88 - i * 4.2) * 10) / 10, high: Math.min(98.5, 98 - i * 2), note: `n = ${312 - i * 25}` };
});

const show = ({ say }: Surrounding): TemplateResult => html`<tt-dot-chart heading=${say('Bốn phường đầu chưa thể nói ai hơn ai', 'Of the first four wards none can be said to be ahead')} subheading=${say('Tỷ lệ xử lý đúng hạn, quý 3/2026', 'Handled on time, third quarter of 2026')}
  unit="%" from="0" to="100" reference="84.2" reference-label=${say('Toàn thành phố', 'The whole city')} row-label=${say('Xã, phường', 'Commune')} value-label=${say('Đúng hạn', 'On time')} .rows=${rows}></tt-dot-chart>`;

const ranks = ({ say }: Surrounding): TemplateResult => html`<tt-dot-chart ranks to="34" heading=${say('Thứ hạng là một khoảng, không phải một số', 'A rank is a range, not a number')} subheading=${say('Hạng trong 34 tỉnh, thành phố', 'Rank among 34 provinces and cities')}
  .rows=${[
    { label: say('Thành phố Huế', 'Huế city'), value: 4, low: 3, high: 7 },
    { label: 'Đắk Lắk', value: 12, low: 8, high: 19 },
    { label: say('Thành phố Hồ Chí Minh', 'Hồ Chí Minh City'), value: 30, low: 27, high: 34 },
    { label: 'Cao Bằng', value: null, state: 'too-few' },
  ] satisfies DotRow[]}></tt-dot-chart>`;

export const specimen: Specimen = {
  what: { vi: 'Giá trị với khoảng tin cậy, hoặc thứ hạng với khoảng hạng.', en: 'Values or ranks, each with its interval.' },
  states: {
    intervals: { show },
    table: { show, ready: opened('tt-dot-chart') },
    ranks: { show: ranks },
    empty: { show: ({ say }) => html`<tt-dot-chart heading=${say('Chưa có kỳ nào', 'No period yet')}></tt-dot-chart>` },
  },
};

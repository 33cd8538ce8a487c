import { html } from 'lit';
import { opened } from '../../../gallery/opened.ts';
import type { Specimen, Surrounding } from '../../specimen/specimen.ts';
import type { BarRow } from './bar-chart.ts';
import './bar-chart.ts';

const categories = ({ say }: Surrounding): BarRow[] => [
  { label: say('Rác thải, vệ sinh môi trường', 'Waste and cleanliness'), value: 1234, share: 45.6 },
  { label: say('Hạ tầng giao thông, vỉa hè, biển báo', 'Roads, pavements, signs'), value: 812, share: 30 },
  { label: say('Chiếu sáng', 'Street lights'), value: 402, share: 14.9, provisional: true },
  { label: say('Cây xanh', 'Trees'), value: 180, share: 6.7 },
  { label: say('Ngập nước', 'Flooding'), value: 67, share: 2.5 },
  { label: say('Động vật thả rông', 'Stray animals'), value: null, state: 'withheld' },
  { label: say('Khác', 'Other'), value: null },
];

const show = (around: Surrounding, rows = categories(around)) => html`<tt-bar-chart heading=${around.say('Gần một nửa phản ánh là về rác thải', 'Nearly half of the reports are about waste')}
  subheading=${around.say('Phản ánh theo lĩnh vực, 365 ngày đến 23/11/2026', 'Reports by category, 365 days to 23/11/2026')} row-label=${around.say('Lĩnh vực', 'Category')} value-label=${around.say('Phản ánh', 'Reports')}
  note=${around.say('Nguồn: hệ thống phản ánh hiện trường. Số dưới 10 được giữ kín.', 'Source: the field-reports system. Counts under 10 are withheld.')} .rows=${rows}></tt-bar-chart>`;

const upright = ({ say }: Surrounding, values: readonly (number | null)[]) => html`<tt-bar-chart upright heading=${say('Phản ánh tăng vào mùa mưa', 'There are more reports in the rainy season')}
  subheading=${say('Phản ánh theo quý, năm 2026', 'Reports by quarter of 2026')} row-label=${say('Quý', 'Quarter')} value-label=${say('Phản ánh', 'Reports')}
  .rows=${values.map((value, i): BarRow => ({ label: say(`Quý ${i + 1}`, `Q${i + 1}`), value, ...(value === null && { state: 'withheld' }), ...(i === 3 && { provisional: true }) }))}></tt-bar-chart>`;

const named = ({ say }: Surrounding, rows: readonly BarRow[]) => html`<tt-bar-chart upright heading=${say('Xã Chân Mây – Lăng Cô có nhiều phản ánh nhất', 'The commune of Chân Mây – Lăng Cô has the most reports')}
  subheading=${say('Phản ánh theo xã, phường, quý 4/2026', 'Reports by commune, fourth quarter of 2026')} row-label=${say('Xã, phường', 'Commune')} value-label=${say('Phản ánh', 'Reports')} .rows=${rows}></tt-bar-chart>`;

const longNames: readonly BarRow[] = [
  { label: 'Xã Chân Mây – Lăng Cô', value: 1020 },
  { label: 'Xã Quảng Điền', value: 733, provisional: true },
  { label: 'Phường Hương Thủy', value: 612 },
  { label: 'Phường Thanh Thủy', value: 540 },
];

export const specimen: Specimen = {
  what: { vi: 'Số lượng, mỗi cột một con số.', en: 'Amounts as bars, each with its number.' },
  states: {
    lying: { show: (around) => show(around) },
    table: { show: (around) => show(around), ready: opened('tt-bar-chart') },
    upright: { show: (around) => upright(around, [612, 540, 1020, 733]) },
    'upright-withheld': { show: (around) => upright(around, [612, null, 1020, 733]) },
    'upright-long-names': { show: (around) => named(around, longNames) },
    'all-withheld': { show: (around) => show(around, categories(around).map(({ label }) => ({ label, value: null, state: 'withheld' }))) },
    empty: { show: (around) => show(around, []) },
  },
};

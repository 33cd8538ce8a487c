import { html, type TemplateResult } from 'lit';
import { opened } from '../../../gallery/opened.ts';
import { months, rising } from '../../../gallery/sample-figures.ts';
import type { Specimen, Surrounding } from '../../specimen/specimen.ts';
import './line-chart.ts';

const one = ({ say }: Surrounding): TemplateResult => html`<tt-line-chart heading=${say('Xử lý đúng hạn tăng từ đầu năm', 'More and more is handled on time since January')} subheading=${say('Tỷ lệ đúng hạn theo tháng, toàn thành phố', 'Share handled on time by month, the whole city')}
  unit="%" from="0" to="100" cut="4" cut-label=${say('cách tính cũ', 'reckoned the old way')} period-label=${say('Tháng', 'Month')} .periods=${months}
  .series=${[rising(say('Toàn thành phố', 'The whole city'), 1, (point, i) => (i === 6 ? { value: null, state: 'withheld' } : i === 9 ? { value: null } : point))]}></tt-line-chart>`;

const five = ({ say }: Surrounding): TemplateResult => html`<tt-line-chart heading=${say('Năm lĩnh vực tăng cùng nhau', 'Five categories rise together')} unit="%" period-label=${say('Tháng', 'Month')} .periods=${months}
  .series=${[say('Rác thải', 'Waste'), say('Giao thông', 'Roads'), say('Chiếu sáng', 'Lights'), say('Cây xanh', 'Trees'), say('Ngập nước', 'Flooding')].map((label, i) => rising(label, i * 5 - 9, (point, month) => (i === 1 && month === 5 ? { value: null } : point)))}></tt-line-chart>`;

export const specimen: Specimen = {
  what: { vi: 'Tối đa năm đường theo thời gian, có chỗ ngắt và số tạm tính.', en: 'Up to five series over time, with gaps and provisional figures.' },
  states: {
    gaps: { show: one },
    table: { show: one, ready: opened('tt-line-chart') },
    'five-series': { show: five },
    empty: { show: ({ say }) => html`<tt-line-chart heading=${say('Chưa có kỳ nào', 'No period yet')}></tt-line-chart>` },
  },
};

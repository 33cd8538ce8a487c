import { html, type TemplateResult } from 'lit';
import { opened } from '../../../gallery/opened.ts';
import type { Specimen, Surrounding } from '../../specimen/specimen.ts';
import './histogram.ts';

const show = ({ say }: Surrounding): TemplateResult => html`<tt-histogram heading=${say('Một nửa số phản ánh xong trong hai ngày', 'Half of the reports are done within two days')} subheading=${say('Giờ làm việc từ tiếp nhận đến trả lời, quý 3/2026', 'Working hours from acceptance to answer, third quarter of 2026')}
  unit=${say('giờ', 'hours')} bucket-label=${say('Thời gian xử lý', 'Time taken')} count-label=${say('Phản ánh', 'Reports')} marker="72" marker-label=${say('hạn', 'limit')}
  .bounds=${[1, 2, 4, 8, 24, 48, 72, 120, 240, 480]} .counts=${[12, 30, 44, 120, 310, 402, 180, 66, 31, null, 12]}></tt-histogram>`;

export const specimen: Specimen = {
  what: { vi: 'Bao nhiêu trường hợp rơi vào mỗi khoảng.', en: 'How many cases fell into each bucket.' },
  states: {
    plain: { show },
    table: { show, ready: opened('tt-histogram') },
    empty: { show: ({ say }) => html`<tt-histogram heading=${say('Chưa có kỳ nào', 'No period yet')}></tt-histogram>` },
  },
};

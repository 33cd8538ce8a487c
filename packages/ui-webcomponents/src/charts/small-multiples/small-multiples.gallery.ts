import { html, type TemplateResult } from 'lit';
import { opened } from '../../../gallery/opened.ts';
import { months, rising } from '../../../gallery/sample-figures.ts';
import { hueCommunes } from '../../../gallery/samples.ts';
import type { Specimen, Surrounding } from '../../specimen/specimen.ts';
import './small-multiples.ts';

const show = ({ say }: Surrounding): TemplateResult => html`<tt-small-multiples heading=${say('Phần lớn xã, phường đi lên cùng thành phố', 'Most communes rise with the city')} subheading=${say('Tỷ lệ đúng hạn theo tháng', 'Share handled on time by month')}
  unit="%" from="0" to="100" period-label=${say('Tháng', 'Month')} .periods=${months} .compare=${rising(say('toàn thành phố', 'the whole city'), 1)}
  .series=${hueCommunes.slice(18, 30).map(({ name }, i) => rising(name, i - 6, (point, month) => (i === 4 && month === 13 ? { value: null, state: 'withheld' } : (month + i) % 11 === 5 ? { value: null } : point)))}></tt-small-multiples>`;

export const specimen: Specimen = {
  what: { vi: 'Nhiều đường nhỏ cùng một thang, mỗi nơi một ô.', en: 'Many small lines on one scale, one for each place.' },
  wide: true,
  states: {
    plain: { show },
    table: { show, ready: opened('tt-small-multiples') },
    empty: { show: ({ say }) => html`<tt-small-multiples heading=${say('Chưa có kỳ nào', 'No period yet')}></tt-small-multiples>` },
  },
};

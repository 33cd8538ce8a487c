import { html, type TemplateResult } from 'lit';
import { opened } from '../../../gallery/opened.ts';
import { communeCentres, communeShapes } from '../../../gallery/sample-figures.ts';
import { hueCommunes } from '../../../gallery/samples.ts';
import type { Specimen, Surrounding } from '../../specimen/specimen.ts';
import type { PlaceRow } from './choropleth.ts';
import './choropleth.ts';

const rows = (say: Surrounding['say']): PlaceRow[] =>
  hueCommunes.flatMap(({ code, name }, i) => (i % 14 === 9 ? [] : [{ code, label: name, note: say(`${30 + i * 7} phản ánh`, `${30 + i * 7} reports`), ...(i % 12 === 5 ? { value: null, state: 'withheld' as const } : i % 17 === 8 ? { value: null, state: 'too-few' as const } : { value: 58 + ((i * 37) % 40) }) }]));

const show = (shapes: typeof communeShapes, given: typeof rows = rows) => ({ say }: Surrounding): TemplateResult => html`<tt-choropleth heading=${say('Phía nam thành phố xử lý chậm hơn', 'The south of the city is slower')} subheading=${say('Tỷ lệ đúng hạn theo xã, phường, quý 3/2026', 'Share handled on time by commune, third quarter of 2026')}
  note=${say('Ranh giới trong bộ mẫu là tưởng tượng.', 'The borders of this sample are made up.')} unit="%" row-label=${say('Xã, phường', 'Commune')} value-label=${say('Đúng hạn', 'On time')} .shapes=${shapes} .rows=${given(say)}></tt-choropleth>`;

export const specimen: Specimen = {
  what: { vi: 'Một chỉ số của từng xã, phường hay tỉnh, tô trên bản đồ.', en: 'One figure of every commune or province, on a map.' },
  states: {
    shapes: { show: show(communeShapes) },
    centres: { show: show(communeCentres) },
    table: { show: show(communeShapes), ready: opened('tt-choropleth') },
    empty: { show: show(communeShapes, () => []) },
    'all-missing': { show: show(communeShapes, () => hueCommunes.map(({ code, name }) => ({ code, label: name, value: null }))) },
  },
};

import { html } from 'lit';
import type { Specimen, Surrounding } from '../specimen/specimen.ts';
import './tabs.ts';

const show = ({ say }: Surrounding, selected?: string) => html`<tt-tabs label=${say('Phản ánh', 'Reports')} selected=${selected ?? 'list'} .tabs=${[
  { id: 'list', label: say('Danh sách', 'List') },
  { id: 'map', label: say('Bản đồ', 'Map') },
  { id: 'figures', label: say('Số liệu công khai', 'Public figures') },
  { id: 'about', label: say('Cách tính', 'How it is reckoned') },
]}>
  <p slot="list">${say('128 phản ánh trong tháng này.', '128 reports this month.')} <a href="#list">${say('Xem tất cả', 'See all')}</a></p>
  <p slot="map">${say('Bản đồ được tải khi bạn mở.', 'The map is loaded when you open it.')}</p>
  <p slot="figures">${say('90,8% đúng hạn.', '90.8% on time.')}</p>
  <p slot="about">${say('Theo Quyết định 766/QĐ-TTg.', 'By Decision 766/QĐ-TTg.')}</p>
</tt-tabs>`;

export const specimen: Specimen = {
  what: { vi: 'Nhiều cách xem một thứ, mỗi lúc một cách.', en: 'Views of one thing, one at a time.' },
  states: { plain: { show: (around) => show(around) }, 'third-open': { show: (around) => show(around, 'figures') } },
};

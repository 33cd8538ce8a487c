import { html } from 'lit';
import { hueCommunes } from '../../gallery/samples.ts';
import * as drawings from '../icon/drawings.ts';
import type { Specimen, Surrounding } from '../specimen/specimen.ts';
import { status } from '../status/status.ts';
import './data-table.ts';
import type { Column } from './data-table.ts';

interface Row {
  readonly name: string;
  readonly count: number;
  readonly onTime: number | null;
}
const rows: readonly Row[] = hueCommunes.slice(0, 6).map(({ name }, at) => ({ name, count: (at * 37) % 91 + 8, onTime: at === 3 ? null : 88.4 + at * 1.9 }));

function columns({ say, language }: Surrounding): readonly Column<Row>[] {
  const share = (value: number) => `${value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;
  return [
    { id: 'name', label: say('Xã, phường', 'Commune or ward'), value: ({ name }) => name, sortable: true },
    { id: 'count', label: say('Phản ánh', 'Reports'), value: ({ count }) => count, numeric: true, sortable: true },
    { id: 'onTime', label: say('Đúng hạn', 'On time'), value: ({ onTime }) => onTime, cell: ({ onTime }) => (onTime === null ? say('không đủ mẫu', 'too few') : share(onTime)), numeric: true, sortable: true },
    {
      id: 'state',
      label: say('Đánh giá', 'Standing'),
      value: ({ onTime }) => onTime,
      cell: ({ onTime }) => (onTime === null ? '–' : onTime > 90 ? status(say('Đạt', 'Reached'), { tone: 'good', drawing: drawings.done }) : status(say('Chưa đạt', 'Missed'), { tone: 'warn', drawing: drawings.warning })),
    },
  ];
}

const caption = ({ say }: Surrounding) => say('Phản ánh tháng 11/2026 theo xã, phường', 'Reports of November 2026 by commune or ward');

export const specimen: Specimen = {
  what: { vi: 'Bảng; ở chỗ hẹp mỗi hàng thành một khối.', en: 'A table; in a narrow place each row becomes a block.' },
  wide: true,
  states: {
    plain: { show: (around) => html`<tt-data-table caption=${caption(around)} .columns=${columns(around).map((column) => ({ ...column, sortable: false }))} .rows=${rows}></tt-data-table>` },
    sorted: { show: (around) => html`<tt-data-table caption=${caption(around)} .columns=${columns(around)} .rows=${rows} .sort=${{ by: 'onTime', descending: true }}></tt-data-table>` },
    flat: { show: (around) => html`<tt-data-table flat caption=${caption(around)} .columns=${columns(around)} .rows=${rows}></tt-data-table>` },
    empty: { show: (around) => html`<tt-data-table caption=${caption(around)} empty=${around.say('Tháng này chưa có phản ánh nào.', 'No reports this month yet.')} .columns=${columns(around)} .rows=${[]}></tt-data-table>` },
    loading: { show: (around) => html`<tt-data-table caption=${caption(around)} .columns=${columns(around)}></tt-data-table>` },
  },
};

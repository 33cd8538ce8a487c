import { html, type TemplateResult } from 'lit';
import { communeShapes, samplePoints } from '../../../gallery/sample-figures.ts';
import { hueBounds } from '../../../gallery/samples.ts';
import { standing } from '../../../gallery/standing.ts';
import { drawn, type Specimen, type Surrounding } from '../../specimen/specimen.ts';
import './points-map.ts';

const show = (open: boolean, count?: number) => ({ say }: Surrounding): TemplateResult =>
  html`<tt-points-map label=${say('Phản ánh gần đây', 'Recent reports')} ?open=${open} .places=${communeShapes} .bounds=${hueBounds}
    .points=${samplePoints([say('Đèn đường không sáng', 'Street light is out'), say('Rác tồn đọng', 'Waste lies about'), say('Ổ gà trên đường', 'Pothole'), say('Cây gãy đổ', 'Fallen tree')], say('Đang xử lý · gửi 14:05 22/11/2026', 'Being handled · sent 14:05 22/11/2026'), count)}></tt-points-map>`;

export const specimen: Specimen = {
  what: { vi: 'Các điểm công khai: danh sách trước, bản đồ khi cần.', en: 'Public points: the list first, the map on demand.' },
  wide: true,
  states: {
    list: { show: show(false) },
    open: { show: show(true), ready: (root) => standing(root, 'tt-points-map') },
    chosen: {
      show: show(true),
      async ready(root) {
        await standing(root, 'tt-points-map');
        const map = await drawn(root, 'tt-points-map');
        map.shadowRoot.querySelector<HTMLElement>('li button')!.click();
      },
    },
    empty: { show: show(true, 0), ready: (root) => standing(root, 'tt-points-map') },
  },
};

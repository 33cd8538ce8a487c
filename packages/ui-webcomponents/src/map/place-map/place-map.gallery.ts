import { html, type TemplateResult } from 'lit';
import { communeCentres, communeShapes } from '../../../gallery/sample-figures.ts';
import { hueBounds } from '../../../gallery/samples.ts';
import { standing } from '../../../gallery/standing.ts';
import { drawn, pressKey, type Specimen, type Surrounding } from '../../specimen/specimen.ts';
import './place-map.ts';

const show = (places: typeof communeShapes, value?: object, tiles?: string) => ({ say }: Surrounding): TemplateResult =>
  html`<tt-place-map label=${say('Nơi xảy ra', 'Where it happens')} .places=${places} .bounds=${hueBounds} .value=${value} .tiles=${tiles} attribution=${say('Bản đồ nền của thành phố', 'Base map of the city')}></tt-place-map>`;

export const specimen: Specimen = {
  what: { vi: 'Chọn một chỗ trên bản đồ, bằng tay hoặc bằng phím.', en: 'Chooses a place on a map, by hand or by keys.' },
  states: {
    shapes: { show: show(communeShapes), ready: (root) => standing(root, 'tt-place-map') },
    chosen: { show: show(communeShapes, { lat: 16.47, lon: 107.45 }), ready: (root) => standing(root, 'tt-place-map') },
    centres: { show: show(communeCentres), ready: (root) => standing(root, 'tt-place-map') },
    'by-keys': {
      show: show(communeShapes),
      async ready(root) {
        await standing(root, 'tt-place-map');
        const map = await drawn(root, 'tt-place-map');
        map.focus();
        for (const key of ['ArrowRight', 'ArrowUp', '+', 'Enter']) pressKey(map.shadowRoot, '.map', key);
      },
    },
    tiles: { show: show(communeShapes, undefined, './icon.svg?{z}-{x}-{y}'), ready: (root) => standing(root, 'tt-place-map') },
    failed: {
      show: show(communeShapes),
      async ready(root) {
        await standing(root, 'tt-place-map');
        Object.assign(await drawn(root, 'tt-place-map'), { state: 'failed' });
      },
    },
  },
};

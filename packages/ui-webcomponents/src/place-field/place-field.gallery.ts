import { html } from 'lit';
import { hueBounds, hueCommunes } from '../../gallery/samples.ts';
import { drawn, type Specimen, type State, type Surrounding } from '../specimen/specimen.ts';
import './place-field.ts';

const show = ({ say }: Surrounding, value: object = {}, error?: string) => html`<tt-place-field province=${say('thành phố Huế', 'the city of Huế')} .communes=${hueCommunes} .bounds=${hueBounds} .value=${value} .error=${error}></tt-place-field>`;

/** The device answers as it is told. */
function asked(answer: (tell: PositionCallback, refuse: (error: { code: number }) => void) => void): State {
  return {
    show: (around) => show(around),
    async ready(root) {
      Object.defineProperty(navigator, 'geolocation', { configurable: true, value: { getCurrentPosition: answer } });
      const field = await drawn(root, 'tt-place-field');
      field.shadowRoot.querySelector<HTMLElement>('.ways button')!.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
    },
  };
}

const at = (latitude: number, longitude: number, accuracy: number) => asked((tell) => tell({ coords: { latitude, longitude, accuracy } } as GeolocationPosition));

export const specimen: Specimen = {
  what: { vi: 'Ở đâu: vị trí của tôi, xã phường và tên đường, hoặc bản đồ.', en: 'Where it is: my position, a commune and a street, or a map.' },
  states: {
    plain: { show: (around) => show(around) },
    filled: { show: (around) => show(around, { commune: '90001', address: '12 Lê Lợi, đối diện trường học' }) },
    asking: asked(() => {}),
    found: at(16.466, 107.59, 18),
    vague: at(16.466, 107.59, 2_400),
    outside: at(21.028, 105.85, 30),
    refused: asked((_, refuse) => refuse({ code: 1 })),
    'too-slow': asked((_, refuse) => refuse({ code: 3 })),
    map: {
      show: (around) => show(around, { lat: 16.466, lon: 107.59, commune: '90017' }),
      async ready(root) {
        const field = await drawn(root, 'tt-place-field');
        [...field.shadowRoot.querySelectorAll<HTMLElement>('.ways button')].at(-1)!.click();
        for (let tries = 0; tries < 100 && field.shadowRoot.querySelector('tt-place-map') === null; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
      },
    },
    'map-failed': {
      show: (around) => show(around),
      async ready(root) {
        Object.assign(await drawn(root, 'tt-place-field'), { map: 'failed' });
      },
    },
    error: { show: (around) => show(around, {}, around.say('Chọn xã, phường nơi có sự việc.', 'Choose the commune or ward where it happens.')) },
  },
};

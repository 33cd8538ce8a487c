import { html } from 'lit';
import { hueCommunes } from '../../gallery/samples.ts';
import { drawn, pressKey, type Specimen, typeInto } from '../specimen/specimen.ts';
import './commune-picker.ts';

const plain = () => html`<tt-commune-picker .communes=${hueCommunes}></tt-commune-picker>`;
const typed = (text: string) => async (root: ShadowRoot) => {
  const picker = await drawn(root, 'tt-commune-picker');
  typeInto(picker.shadowRoot, 'input', text);
};

export const specimen: Specimen = {
  what: { vi: 'Chọn xã, phường, đặc khu: gõ một phần tên, có dấu hay không.', en: 'Finds a commune by a part of its name, with or without accents.' },
  states: {
    plain: { show: plain },
    chosen: { show: () => html`<tt-commune-picker .communes=${hueCommunes} value="90000"></tt-commune-picker>` },
    open: {
      show: plain,
      async ready(root) {
        const picker = await drawn(root, 'tt-commune-picker');
        picker.focus();
        pressKey(picker.shadowRoot, 'input', 'ArrowDown');
      },
    },
    typed: {
      show: plain,
      async ready(root) {
        await typed('phu')(root);
        const picker = await drawn(root, 'tt-commune-picker');
        pressKey(picker.shadowRoot, 'input', 'ArrowDown');
      },
    },
    nothing: { show: plain, ready: typed('hà nội') },
    error: { show: ({ say }) => html`<tt-commune-picker .communes=${hueCommunes} error=${say('Chọn xã, phường nơi có sự việc.', 'Choose the commune or ward where it happens.')}></tt-commune-picker>` },
    optional: {
      show: ({ say }) => html`<tt-commune-picker optional .communes=${hueCommunes} hint=${say('Để trống nếu hỏi về cả thành phố.', 'Leave it empty for the whole city.')}></tt-commune-picker>`,
    },
    loading: { show: () => html`<tt-commune-picker></tt-commune-picker>` },
    disabled: { show: () => html`<tt-commune-picker disabled .communes=${hueCommunes} value="90001"></tt-commune-picker>` },
  },
};

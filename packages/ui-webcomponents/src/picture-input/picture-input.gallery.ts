import { html } from 'lit';
import { drawing } from '../../gallery/samples.ts';
import { drawn, type Specimen, type State } from '../specimen/specimen.ts';
import './picture-input.ts';
import type { PictureInput } from './picture-input.ts';
import type { Picture } from './picture.ts';
import type { Upload } from './upload-file.ts';

const names = ['IMG_2041.jpg', 'den-duong-hong-truoc-so-nha-12-le-loi-phuong-thuan-hoa.jpg', 'Ảnh chụp 7.png', 'IMG_2042.jpg', 'IMG_2043.jpg'];
const picture = (at: number, of: Partial<Picture>): Picture => ({
  key: at + 1,
  name: names[at]!,
  file: new Blob([new Uint8Array(182_000 + 90_000 * at)]),
  preview: of.state === 'preparing' ? undefined : drawing(200 + 40 * at),
  state: 'sent',
  share: 1,
  id: `p${at}`,
  message: undefined,
  ...of,
});
const fine: Upload = async (_, { progress }) => {
  for (let share = 0; share <= 1; share += 0.25) {
    progress(share);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { id: 'p1' };
};
const holding = (...pictures: Picture[]): State => ({ show: () => html`<tt-picture-input optional .upload=${fine} .pictures=${pictures}></tt-picture-input>` });
const given = (files: () => File[] | Promise<File[]>, property: Partial<PictureInput> = {}): State => ({
  show: () => html`<tt-picture-input optional .upload=${fine}></tt-picture-input>`,
  async ready(root) {
    const input = Object.assign(await drawn<PictureInput>(root, 'tt-picture-input'), property);
    input.add(await files());
    for (let tries = 0; tries < 100 && input.pictures.some(({ state }) => state === 'preparing' || state === 'sending'); tries += 1) await new Promise((resolve) => setTimeout(resolve, 30));
  },
});
const file = (name: string, type: string, bytes = 1_000) => new File([new Uint8Array(bytes)], name, { type });
const drawnFile = (name: string, hue: number) => new Promise<File>((resolve) => drawing(hue).toBlob((blob) => resolve(new File([blob!], name, { type: 'image/png' }))));

export const specimen: Specimen = {
  what: { vi: 'Chụp hoặc chọn ảnh; ảnh được thu nhỏ, gửi dần, gửi lại được.', en: 'Takes or chooses pictures, makes them small, sends them, and again if need be.' },
  states: {
    plain: { show: () => html`<tt-picture-input optional .upload=${fine}></tt-picture-input>` },
    preparing: holding(picture(0, { state: 'preparing' })),
    sending: holding(picture(0, {}), picture(1, { state: 'sending', share: 0.42, id: undefined })),
    sent: holding(picture(0, {}), picture(1, {}), picture(2, {})),
    failed: holding(picture(0, {}), picture(1, { state: 'failed', id: undefined, message: 'Mất kết nối khi đang gửi ảnh.' })),
    waiting: holding(picture(0, { state: 'waiting', id: undefined }), picture(2, { state: 'waiting', id: undefined })),
    full: holding(...names.map((_, at) => picture(at, {}))),
    'too-many': given(() => Promise.all(names.map((name, at) => drawnFile(name, 200 + 40 * at))), { most: 3 }),
    heic: given(() => [file('IMG_0007.HEIC', '')]),
    'heic-too-large': given(() => [file('IMG_0008.HEIC', 'image/heic', 12_000_000)], { heic: true }),
    'no-picture': given(() => [file('bao-cao.pdf', 'application/pdf')]),
    error: { show: ({ say }) => html`<tt-picture-input .upload=${fine} error=${say('Lĩnh vực này cần ít nhất một ảnh.', 'This category needs a picture.')}></tt-picture-input>` },
    disabled: { show: () => html`<tt-picture-input disabled></tt-picture-input>` },
  },
};

import { type Specimen, type State, drawn, typeInto } from '@tinhthong/ui-webcomponents/specimen';
import { html } from 'lit';
import { type Answers, problem, newState, province, refusal, seen, silent, similar, withoutModule } from '../../samples/sample-province.ts';
import './report-form.ts';

const fallback = html`<a href="/phan-anh/gui">Gửi phản ánh đến thành phố</a> hoặc gọi 0234 1022`;
const form = (differs: Answers = {}, ready?: (root: ShadowRoot) => Promise<void>): State => ({
  show({ language }) {
    // What the state before has kept.
    indexedDB.deleteDatabase('tinhthong');
    return html`<tt-report-form lang=${language} embed-key=${newState()}>${fallback}</tt-report-form>`;
  },
  answer: province(differs),
  async ready(root) {
    const widget = await drawn(root, 'tt-report-form');
    if (ready !== undefined) await ready(widget.shadowRoot);
  },
});

const ready = (root: ShadowRoot) => seen(() => root.querySelector('option[value="flooding"]') && root.querySelector('tt-place-field')?.shadowRoot && root.querySelector('button:not([disabled])'));
function choose(root: ShadowRoot, selector: string, value: string): void {
  const control = root.querySelector<HTMLSelectElement | HTMLInputElement>(selector)!;
  if (control instanceof HTMLInputElement) control.checked = true;
  else control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
}
async function fill(root: ShadowRoot): Promise<void> {
  await ready(root);
  choose(root, '#category', 'road-damage');
  typeInto(root, '#description', 'Ổ gà sâu giữa đường trước số 12 Lê Lợi, tối qua đã có người ngã.');
  root.querySelector('tt-place-field')!.dispatchEvent(new CustomEvent('tt-change', { detail: { value: { commune: '19789', address: '12 Lê Lợi' } }, bubbles: true }));
}
async function send(root: ShadowRoot): Promise<void> {
  await fill(root);
  root.querySelector<HTMLButtonElement>('form button:not([type])')!.click();
}
const heading = (root: ShadowRoot, words: RegExp) => seen(() => [...root.querySelectorAll('h2')].find((one) => words.test(one.textContent)));
const sent = (differs: Answers, words: RegExp) => form(differs, async (root) => {
  await send(root);
  await heading(root, words);
});
const post = 'POST /api/field-reports/reports';
const camera = () => new File([new Uint8Array(12_000_000)], 'IMG_2041.HEIC', { type: 'image/heic' });

export const specimen: Specimen = {
  what: { vi: 'Gửi phản ánh, cả khi mất mạng.', en: 'Sends a report, even when the line is gone.' },
  states: {
    loading: form({ 'GET /api/embed/check': silent }),
    ready: form({}, async (root) => void (await ready(root))),
    questions: form({}, async (root) => {
      await ready(root);
      choose(root, '#category', 'flooding');
      await seen(() => root.querySelector('#answer-depth'));
    }),
    contact: form({}, async (root) => {
      await fill(root);
      choose(root, '#contact-2', 'phone');
      await seen(() => root.querySelector('#consent'));
    }),
    errors: form({}, async (root) => {
      await ready(root);
      choose(root, '#category', 'flooding');
      choose(root, '#contact-2', 'phone');
      await seen(() => root.querySelector('#consent'));
      root.querySelector<HTMLButtonElement>('form button:not([type])')!.click();
      await seen(() => root.querySelector('[data-summary]'));
    }),
    'outside-province': sent({ [post]: problem(422, 'invalid-input', 'Dữ liệu gửi lên chưa hợp lệ.', 'The input is not valid.', [{ path: 'body.lat', message: { vi: 'Nơi này nằm ngoài Thành phố Huế; hãy gửi đến tỉnh của nơi đó.', en: 'This place is outside Huế City; please report to its own province.' } }]) }, /chưa đúng|not right/),
    'file-too-large': form({}, async (root) => {
      await fill(root);
      const pictures = root.querySelector('tt-picture-input')!;
      // As on a phone that can read them.
      Object.assign(pictures, { heic: true }).add([camera()]);
      await seen(() => pictures.shadowRoot?.querySelector('[role=alert]')?.textContent.includes('IMG_2041'));
    }),
    'in-another-province': form({}, async (root) => {
      await fill(root);
      root.querySelector('tt-place-field')!.dispatchEvent(new CustomEvent('tt-outside', { detail: { lat: 12.68, lon: 108.05 }, bubbles: true }));
      await seen(() => root.querySelector('.part .notice'));
    }),
    'offline-before': form({}, async (root) => {
      await ready(root);
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      dispatchEvent(new Event('offline'));
      await seen(() => root.querySelector('form > .notice')).finally(() => Reflect.deleteProperty(navigator, 'onLine'));
    }),
    offline: form({}, async (root) => {
      await fill(root);
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
      root.querySelector<HTMLButtonElement>('form button:not([type])')!.click();
      await heading(root, /mất mạng|no connection/).finally(() => Reflect.deleteProperty(navigator, 'onLine'));
    }),
    similar: sent({ 'POST /api/field-reports/reports/similar': { items: similar } }, /Có phải|one of these/),
    joined: form({ 'POST /api/field-reports/reports/similar': { items: similar } }, async (root) => {
      await send(root);
      await heading(root, /Có phải|one of these/);
      root.querySelector<HTMLButtonElement>('.similar button')!.click();
      await heading(root, /theo dõi|follow/);
    }),
    sending: form({ [post]: silent }, async (root) => {
      await send(root);
      await seen(() => root.querySelector('form button:not([type])')?.textContent.includes('…'));
    }),
    sent: sent({}, /Đã nhận|received/),
    'api-down': sent({ [post]: undefined }, /chưa trả lời|does not answer/),
    'too-many': sent({ [post]: problem(429, 'too-many-requests', 'Bạn gửi quá nhanh, xin chờ một chút.', 'Too many requests, please wait a moment.') }, /quá nhiều|Too many/),
    'suspended-meanwhile': sent({ [post]: problem(503, 'province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.', 'The services of this province are suspended.') }, /tạm ngừng|suspended/),
    'revoked-meanwhile': sent({ [post]: problem(403, 'embed-revoked', 'Khóa nhúng này đã bị thu hồi.', 'This embed key was revoked.') }, /Trang này|This page/),
    'already-sent': sent({ [post]: problem(409, 'already-sent', 'Bạn vừa gửi đúng phản ánh này rồi, mã HUE-26-0000124.', 'You have sent this very report already, code HUE-26-0000124.') }, /vừa gửi|already/),
    drafted: form({}, async (root) => {
      await fill(root);
      root.querySelector<HTMLButtonElement>('form .plain')!.click();
      await heading(root, /nháp|draft/);
    }),
    'draft-found': form({}, async (root) => {
      await fill(root);
      root.querySelector<HTMLButtonElement>('form .plain')!.click();
      await heading(root, /nháp|draft/);
      root.querySelector<HTMLButtonElement>('.second')!.click();
      await seen(() => root.querySelector('.outbox .notice'));
    }),
    'module-off': form(withoutModule),
    suspended: form(refusal('province-suspended', 'Dịch vụ của tỉnh đang tạm ngừng.', 'The services of this province are suspended.')),
    'origin-not-listed': form(refusal('origin-not-listed', 'Khóa nhúng này không dành cho trang web đó.', 'This embed key is not for that website.')),
    'key-revoked': form(refusal('revoked', 'Khóa nhúng này đã bị thu hồi.', 'This embed key was revoked.')),
    // Its script is no more: what a browser makes of a tag that nothing defines.
    'version-retired': { show: () => html`<tt-report-form-of-before>${fallback}</tt-report-form-of-before>` },
    'version-retired-meanwhile': sent({ [post]: problem(404, 'not-found', 'Không có đường dẫn này.', 'There is no such address.') }, /Trang này|This page/),
    unreachable: form({ 'GET /api/embed/check': undefined }, async (root) => void (await seen(() => root.querySelector('button')))),
  },
};

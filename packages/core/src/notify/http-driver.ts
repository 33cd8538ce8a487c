import { z } from 'zod';
import type { Text } from '../plugin/text.ts';
import { fill, placeholdersOf } from './placeholders.ts';
import { jsonPath, receiptReading } from './receipt-reading.ts';

const headerName = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,60}$/);
const words = z.array(z.string().max(100)).max(20);

/**
 * How a gateway for SMS or messages is called, as data. `url`, `headers` and `body` are templates; each value is
 * escaped for where it stands:
 * `{id}` of the message, the same for every attempt; `{phone}`; `{text}`, the words with their link; `{link}`;
 * `{kind}`; `{template}`, the gateway's own for this kind; `{data}`, all values as a JSON object, or one: `{data.code}`;
 * `{time}` in milliseconds; `{secret.…}`, what the province entrusted.
 */
export const httpDriver = z
  .strictObject({
    method: z.enum(['POST', 'PUT', 'GET']).default('POST'),
    url: z.string().max(2_000).meta({ example: 'https://sms.example.vn/send' }),
    headers: z.record(headerName, z.string().max(2_000)).default({}),
    type: z.enum(['application/json', 'application/x-www-form-urlencoded', 'text/xml', 'text/plain']).default('application/json'),
    body: z.string().max(8_000).default(''),
    phone: z.enum(['+84…', '84…', '0…']).default('+84…').meta({ description: 'Số điện thoại viết thế nào / how phone numbers are written' }),
    templates: z
      .record(z.string().regex(/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/), z.string().min(1).max(100))
      .optional()
      .meta({ description: 'Mẫu đã duyệt theo loại tin; loại không có mẫu thì không gửi / approved templates by kind; a kind without one is not sent' }),
    signature: z
      .strictObject({
        header: headerName,
        secret: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
        of: z.string().max(500).default('{body}').meta({ description: '{body}, {id}, {time}, {secret.…}' }),
        algorithm: z.enum(['sha256', 'sha512']).default('sha256'),
        encoding: z.enum(['hex', 'base64']).default('hex'),
        prefix: z.string().max(40).regex(/^[\x20-\x7e]*$/).default(''),
      })
      .optional(),
    answer: z
      .strictObject({
        id: jsonPath.optional().meta({ description: 'Mã tin của nhà cung cấp / the provider’s id' }),
        ok: z.strictObject({ path: jsonPath, is: words }).optional().meta({ description: 'Thành công khi / a success where' }),
        error: jsonPath.optional(),
        retry: words.default([]).meta({ description: 'Mã lỗi nên thử lại / errors worth another try' }),
      })
      .prefault({}),
    receipt: receiptReading.optional(),
  })
  .meta({ id: 'HttpDriver' });
export type HttpDriver = z.output<typeof httpDriver>;

const escapes: Readonly<Record<HttpDriver['type'], (value: string) => string>> = {
  'application/json': (value) => JSON.stringify(value).slice(1, -1),
  'application/x-www-form-urlencoded': encodeURIComponent,
  'text/xml': (value) => value.replace(/[\p{Cc}&&[^\n\t]]/gv, '').replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`),
  'text/plain': (value) => value,
};

export interface Values {
  readonly id: string;
  readonly phone: string;
  readonly text: string;
  readonly link: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, string | number>>;
  readonly time: number;
  readonly secrets: Readonly<Record<string, string>>;
}

const single = new Set(['id', 'phone', 'text', 'link', 'kind', 'template', 'data', 'time']);
const isKnown = (name: string) => single.has(name) || /^(data|secret)\.[\w-]+$/.test(name);
const inHeaders = (name: string) => name === 'id' || name === 'time' || name.startsWith('secret.');

/** The request that sends a message. */
export function requestOf(driver: HttpDriver, values: Values): { readonly url: string; readonly headers: Record<string, string>; readonly body: string } {
  const valueOf = (name: string): string | number => {
    if (name === 'template') return driver.templates?.[values.kind] ?? '';
    if (name.startsWith('data.')) return values.data[name.slice(5)] ?? '';
    if (name.startsWith('secret.')) return values.secrets[name.slice(7)] ?? '';
    return values[name as 'id' | 'phone' | 'text' | 'link' | 'kind' | 'time'];
  };
  const escape = escapes[driver.type];
  const withData = driver.type === 'application/json' ? driver.body.split('{data}') : [driver.body];
  return {
    url: fill(driver.url, valueOf, encodeURIComponent),
    headers: Object.fromEntries(Object.entries(driver.headers).map(([name, value]) => [name, fill(value, valueOf)])),
    body: withData.map((part) => fill(part, valueOf, escape)).join(JSON.stringify(values.data)),
  };
}

/** As gateways write it. @example phoneFor('0…', '+84905123456') → 0905123456 */
export function phoneFor(form: HttpDriver['phone'], phone: string): string {
  if (form === '+84…') return phone;
  return form === '84…' ? phone.replace('+', '') : phone.replace(/^\+84/, '0');
}

// Whatever a value may hold; what does not stand where it is escaped breaks on it.
const nasty = '"}\\<a> &\r\nX: y={phone}';
const sample: Values = { id: nasty, phone: nasty, text: nasty, link: nasty, kind: nasty, data: { a: nasty }, time: 0, secrets: {} };

/** What a schema cannot say of a driver; by the part that is wrong. */
export function driverFaults(driver: HttpDriver): { readonly path: string; readonly message: Text }[] {
  const { url, headers, body, signature, type, method, templates } = driver;
  const faults: { path: string; message: Text }[] = [];
  const fault = (path: string, vi: string, en: string) => void faults.push({ path, message: { vi, en } });
  const address = url.replaceAll(/\{[^}]*\}/g, 'x');
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '')) fault('url', 'Không phải địa chỉ http(s).', 'Not an http(s) address.');
  if (placeholdersOf(url.split('?')[0]!).length > 0) fault('url', 'Giá trị chỉ được đứng sau dấu "?".', 'Values may stand only behind the "?".');
  const unknown = (path: string, names: readonly string[], known: (name: string) => boolean) => {
    for (const name of names) if (!known(name)) fault(path, `Ở đây không có giá trị {${name}}.`, `There is no value {${name}} here.`);
  };
  unknown('url', placeholdersOf(url), (name) => isKnown(name) && name !== 'data');
  unknown('body', placeholdersOf(body), (name) => isKnown(name) && (name !== 'data' || type === 'application/json'));
  unknown('signature.of', placeholdersOf(signature?.of ?? ''), (name) => inHeaders(name) || name === 'body');
  for (const [name, value] of Object.entries(headers)) {
    if (/\p{Cc}/u.test(value)) fault(`headers.${name}`, 'Không được có ký tự điều khiển.', 'Must not hold control characters.');
    unknown(`headers.${name}`, placeholdersOf(value), inHeaders);
  }
  if (body.includes('{template}') && templates === undefined) fault('templates', '{template} cần danh sách mẫu.', '{template} needs the list of templates.');
  if (method === 'GET' && body !== '') fault('body', 'GET không có thân.', 'GET has no body.');
  if (method !== 'GET' && type === 'application/json' && !isJson(requestOf({ ...driver, templates: { [nasty]: nasty } }, sample).body)) {
    fault('body', 'Không thành JSON khi điền giá trị: đặt giá trị chữ trong dấu nháy.', 'Does not become JSON when filled: put texts between quotation marks.');
  }
  return faults;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

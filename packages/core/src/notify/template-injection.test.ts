import { expect, test } from 'vitest';
import { composeMail, composeMessage } from './compose-message.ts';
import { driverFaults, httpDriver, requestOf, type Values } from './http-driver.ts';
import { masked, withoutAddresses } from './mask.ts';
import { fill, hasStrayBraces, placeholdersOf } from './placeholders.ts';

const nasty = '"><script>alert(1)</script>\r\nBcc: x@y.vn&a=b {code}';
const message = { title: { vi: 'Tin' }, channels: ['email'], template: { subject: { vi: 'Về {code}' }, body: { vi: 'Phản ánh {code}.\n\nXin cảm ơn.' } } } as const;
const values = (more: Partial<Values> = {}): Values => ({ id: 'a1', phone: '+84905123456', text: nasty, link: '', kind: 'k/k', data: { code: nasty }, time: 7, secrets: { token: 't-0' }, ...more });
const driver = (parts: object) => httpDriver.parse({ url: 'https://sms.example.vn/send', ...parts });

test('what fills a template is never read as a template, and a subject stays one line', () => {
  expect(fill('{a} {b}', (name) => ({ a: '{b}', b: 'x' })[name]!)).toBe('{b} x');
  expect([placeholdersOf('{a.b} {a.b} {c}'), hasStrayBraces('{a}'), hasStrayBraces('{a }'), hasStrayBraces('}')]).toEqual([['a.b', 'c'], false, true, true]);
  const { subject } = composeMessage([{ message, data: { code: nasty }, link: null }], { vi: 'Huế' }, 'vi');
  expect(subject).toBe('Về "><script>alert(1)</script> Bcc: x@y.vn&a=b {code}');
});

test('in the page of a mail every value is text, also the addresses of its links', async () => {
  const link = 'http://hue.localhost/a?b="><b>';
  const out = { id: 'x', kind: 'k/k', data: {}, subject: nasty, text: nasty, link, unsubscribe: link, language: 'vi' } as const;
  const { html, text } = await composeMail(out, { vi: 'Huế <i>' });
  expect(html).not.toMatch(/<script|"><b>|<i>/);
  expect(html).toContain('&quot;&gt;&lt;script&gt;');
  expect(text).toContain(nasty);
});

test('a gateway gets each value escaped for where it stands', () => {
  const json = requestOf(driver({ body: '{"to":"{phone}","text":"{text}","all":{data},"at":{time}}' }), values());
  expect(JSON.parse(json.body)).toEqual({ to: '+84905123456', text: nasty, all: { code: nasty }, at: 7 });
  const form = requestOf(driver({ type: 'application/x-www-form-urlencoded', body: 'to={phone}&text={text}' }), values());
  expect(Object.fromEntries(new URLSearchParams(form.body))).toEqual({ to: '+84905123456', text: nasty });
  const xml = requestOf(driver({ type: 'text/xml', body: '<sms to="{phone}">{text}</sms>' }), values({ text: `${nasty}\u0007` }));
  expect(xml.body).toMatch(/^<sms to="\+84905123456">[^<>]*<\/sms>$/);
  const get = requestOf(driver({ method: 'GET', url: 'https://sms.example.vn/send?text={text}&key={secret.token}' }), values());
  expect([new URL(get.url).host, new URL(get.url).searchParams.get('text'), new URL(get.url).searchParams.get('key'), get.body]).toEqual(['sms.example.vn', nasty, 't-0', '']);
});

test.each([
  ['a host that a value could choose', { url: 'https://{data.host}/send' }, 'url'],
  ['a path that a value could leave', { url: 'https://sms.example.vn/{phone}' }, 'url'],
  ['another protocol', { url: 'file:///etc/passwd' }, 'url'],
  ['a value that does not exist', { body: '{"a":"{address}"}' }, 'body'],
  ['a text outside quotation marks', { body: '{"a":{text}}' }, 'body'],
  ['JSON that is none', { body: '{"a":"{text}"' }, 'body'],
  ['text in a header, where a line break would add another', { headers: { 'x-text': '{text}' }, body: '{}' }, 'headers.x-text'],
  ['all values at once where they cannot be escaped', { type: 'text/xml', body: '<a>{data}</a>' }, 'body'],
  ['a template of the gateway without their list', { body: '{"t":"{template}"}' }, 'templates'],
  ['a body of a GET', { method: 'GET', body: '{}' }, 'body'],
  ['a signature of what is not there', { body: '{}', signature: { header: 'x-sig', secret: 'key', of: '{phone}' } }, 'signature.of'],
])('a driver with %s is refused', (_, parts, path) => {
  expect(driverFaults(driver(parts)).map((fault) => fault.path)).toContain(path);
});

test('a log shows as much of an address as somebody recognises who knows it', () => {
  expect([masked('cong.dan@vidu.com.vn'), masked('+84905123456')]).toEqual(['c***@v***.vn', '+84*****456']);
  expect(withoutAddresses('550 5.1.1 <cong.dan@vidu.vn> unknown; 0905 123 456\r\nx')).toBe('550 5.1.1 <[…]> unknown; […] x');
});

import type { LitElement } from 'lit';
import { expect, test } from 'vitest';
import type { Say } from '../base/language.ts';
import type { Problem } from '../client/core-api.gen.ts';
import { Form } from './form.ts';

const vi: Say = (text) => text;
const event = { preventDefault() {} } as Event;
const host = { requestUpdate() {}, updateComplete: Promise.resolve(true), shadowRoot: null } as unknown as LitElement;
const problem = (errors: Problem['errors']): Problem => ({ type: '', status: 422, code: 'invalid-input', title: '', messages: { vi: 'Chưa hợp lệ.', en: 'Not valid.' }, traceId: '', errors: errors ?? [] });

function reportForm() {
  return new Form(host, {
    say: vi,
    start: { text: '', phone: '', place: '' },
    check: ({ text }) => ({ text: text.length < 10 && 'Viết ít nhất 10 ký tự.' }),
    paths: { lat: 'place' },
  });
}

test('nothing is said to be wrong before the field was left or the form was sent', async () => {
  const form = reportForm();
  expect(form.errorOf('text')).toBeUndefined();
  form.bind('text').touch();
  expect(form.bind('text').error).toBe('Viết ít nhất 10 ký tự.');
  form.set('text', 'Đèn đường không sáng');
  expect(form.errorOf('text')).toBeUndefined();
});

test('what is wrong is not sent', async () => {
  const form = reportForm();
  let sent = 0;
  await form.submit(async () => {
    sent += 1;
    return undefined;
  })(event);
  expect([sent, form.errorOf('text')]).toEqual([0, 'Viết ít nhất 10 ký tự.']);
});

test('two presses send once', async () => {
  const form = reportForm();
  form.set('text', 'Đèn đường không sáng');
  let sent = 0;
  const press = form.submit(async () => {
    sent += 1;
    await Promise.resolve();
    return undefined;
  });
  await Promise.all([press(event), press(event)]);
  expect([sent, form.sending]).toEqual([1, false]);
});

test('what the server refused stands at its field until that field is changed', async () => {
  const form = reportForm();
  form.set('text', 'Đèn đường không sáng');
  const errors = [
    { path: 'body.contact.phone', message: { vi: 'số này không gọi được' } },
    { path: 'body.lat', message: { vi: 'nằm ngoài tỉnh' } },
  ];
  await form.submit(async () => problem(errors))(event);
  expect([form.errorOf('phone'), form.errorOf('place')]).toEqual(['Số này không gọi được.', 'Nằm ngoài tỉnh.']);
  form.set('phone', '0900 000 123');
  expect([form.errorOf('phone'), form.errorOf('place')]).toEqual([undefined, 'Nằm ngoài tỉnh.']);
  form.reset();
  expect([form.values.text, form.errorOf('place')]).toEqual(['', undefined]);
});

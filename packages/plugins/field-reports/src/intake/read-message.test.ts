import { expect, test } from 'vitest';
import { readMessage } from './read-message.ts';

const read = (given: unknown) => readMessage(Buffer.from(typeof given === 'string' ? given : JSON.stringify(given)));

test('a message needs its channel and a text, and may say who sent it and where it is', () => {
  expect(read({ channel: 'sms', text: ' Đèn đường tắt ' })).toEqual({ message: { channel: 'sms', text: 'Đèn đường tắt' } });
  expect(read({ channel: 'zalo', text: 'Ổ gà', from: { phone: '0900000123', name: 'Thử' }, lat: 16.46, lon: 107.59, category: 'road-damage' })).toMatchObject({ message: { lat: 16.46, from: { phone: '0900000123' } } });
});

test('what a gateway adds of its own does not matter', () => {
  expect(read({ channel: 'sms', text: 'Ổ gà', provider: { segments: 2 } })).toEqual({ message: { channel: 'sms', text: 'Ổ gà' } });
});

test('a text that cannot be stored as it is loses only what cannot be stored', () => {
  expect(read('{"channel":"sms","text":"\\u0000ổ gà \\ud800"}')).toEqual({ message: { channel: 'sms', text: 'ổ gà �' } });
});

test('what cannot be read says where it is wrong, and repeats nothing of it', () => {
  expect(read('{"channel":')).toEqual({ fault: 'not JSON' });
  expect(read({ channel: 'fax', text: 'bí mật' })).toEqual({ fault: 'not as documented: channel' });
  expect(read({ channel: 'sms' })).toEqual({ fault: 'not as documented: text' });
  expect(read({ channel: 'sms', text: 'a', lat: 200, lon: 'x' })).toEqual({ fault: 'not as documented: lat, lon' });
  expect(read('[]')).toEqual({ fault: 'not as documented: body' });
  expect(read({ channel: 'sms', text: '  ' })).toEqual({ fault: 'no text' });
});

import { expect, test } from 'vitest';
import { dropReason } from './drop-reason.ts';

const reason = (headers: Record<string, string>, from = 'cong-dan@vi-du.example') => dropReason({ headers: new Map(Object.entries(headers)), from });

test('a citizen’s letter is a letter, also where its program says that it is none of the automatic ones', () => {
  expect(reason({})).toBeUndefined();
  expect(reason({ 'auto-submitted': 'no', 'content-type': 'multipart/mixed; boundary=x', precedence: 'first-class', 'return-path': '<cong-dan@vi-du.example>' })).toBeUndefined();
  expect(reason({}, 'replay.noreply.fan@vi-du.example')).toBeUndefined();
});

test('absence notes and other automatic replies are none', () => {
  expect(reason({ 'auto-submitted': 'auto-replied' })).toBe('automatic reply');
  expect(reason({ 'auto-submitted': 'Auto-Generated' })).toBe('automatic reply');
  expect(reason({ precedence: 'auto_reply' })).toBe('automatic reply');
  expect(reason({ 'x-autoreply': 'yes' })).toBe('automatic reply');
});

test('what comes back undelivered is none', () => {
  expect(reason({ 'content-type': 'multipart/report; report-type=delivery-status' })).toBe('delivery report');
  expect(reason({ 'return-path': '<>' })).toBe('delivery report');
  expect(reason({}, 'MAILER-DAEMON@vi-du.example')).toBe('sent by a machine');
});

test('newsletters, spam and letters from nobody are none', () => {
  expect(reason({ 'list-id': '<tin@vi-du.example>' })).toBe('mailing list');
  expect(reason({ precedence: 'bulk' })).toBe('mailing list');
  expect(reason({ 'x-spam-flag': 'YES' })).toBe('marked as spam by the mail server');
  expect(reason({}, 'no-reply@vi-du.example')).toBe('sent by a machine');
});

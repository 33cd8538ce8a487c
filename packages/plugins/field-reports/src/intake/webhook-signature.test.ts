import { expect, test } from 'vitest';
import { signatureOf, verifySignature } from './webhook-signature.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const now = new Date('2026-11-23T09:00:00+07:00');
const stamp = (seconds = 0) => String(Math.floor(now.getTime() / 1_000) + seconds);
const body = Buffer.from('{"text":"Ổ gà"}');
const signed = (more: { id?: string; at?: string; signature?: string; body?: Buffer } = {}) => {
  const { id = 'msg_1', at = stamp() } = more;
  const signature = more.signature ?? `v1,${signatureOf(secret, id, at, body)}`;
  return { headers: { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature }, body: more.body ?? body };
};
const refused = (message: Parameters<typeof verifySignature>[0], secrets: readonly string[] = [secret]) => expect(() => verifySignature(message, secrets, now)).toThrow(/signature/);

test('the example of Standard Webhooks has the signature that its page states', () => {
  expect(signatureOf(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330', Buffer.from('{"test": 2432232314}'))).toBe('g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('a message that the province’s secret has signed is let in by its id', () => {
  expect(verifySignature(signed(), [secret], now)).toBe('msg_1');
});

test('while a secret is exchanged the old and the new one count, and one of several signatures is enough', () => {
  expect(verifySignature(signed(), ['whsec_c2VjcmV0LW1vaQ==', secret], now)).toBe('msg_1');
  expect(verifySignature(signed({ signature: `v1,${Buffer.alloc(32).toString('base64')} v1,${signatureOf(secret, 'msg_1', stamp(), body)}` }), [secret], now)).toBe('msg_1');
});

test('another secret, another body, another id or none of it is refused', () => {
  refused(signed(), ['whsec_c2VjcmV0LW1vaQ==']);
  refused(signed(), []);
  refused(signed({ body: Buffer.from('{"text":"ổ gà"}') }));
  refused({ ...signed(), headers: { ...signed().headers, 'webhook-id': 'msg_2' } });
  refused({ headers: {}, body });
  refused(signed({ signature: 'v1a,abc' }));
});

test('a message is good for five minutes before and after its time', () => {
  for (const seconds of [-300, 300]) expect(verifySignature(signed({ at: stamp(seconds) }), [secret], now)).toBe('msg_1');
  for (const seconds of [-301, 301]) refused(signed({ at: stamp(seconds) }));
  refused(signed({ at: 'hôm nay' }));
});

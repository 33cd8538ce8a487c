import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { inForce, newSecret, rotated } from './secret.ts';
import { signedHeaders } from './sign.ts';

const message = fc.record({ id: fc.stringMatching(/^evt_[a-z-]{1,20}_\d{1,9}$/), body: fc.string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text })) });

test('whatever is sent, the standard library accepts its signature, and no other body, id or secret', () => {
  fc.assert(
    fc.property(message, message, ({ id, body }, other) => {
      const secret = newSecret();
      const headers = signedHeaders({ id, body, at: new Date() }, [secret]);
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
      expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
      expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
      if (other.id !== id) expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': other.id })).toThrow();
    }),
    { numRuns: 50 },
  );
});

test('an old message is not accepted: the time is signed too', () => {
  const secret = newSecret();
  const headers = signedHeaders({ id: 'evt_hue_1', body: '{}', at: new Date(Date.now() - 6 * 60_000) }, [secret]);
  expect(() => new Webhook(secret).verify('{}', headers)).toThrow('too old');
  expect(() => new Webhook(secret).verify('{}', { ...headers, 'webhook-timestamp': String(Math.floor(Date.now() / 1_000)) })).toThrow('No matching signature');
});

test('for a day after a change both secrets sign, then the new one alone', () => {
  const now = new Date('2026-11-22T05:00:00Z');
  const first = { secret: newSecret(), before: null };
  const second = rotated(first, now);
  const after = (hours: number) => inForce(second, new Date(now.getTime() + hours * 3_600_000));
  expect(after(23.9)).toEqual([second.secret, first.secret]);
  expect(after(24)).toEqual([second.secret]);
  const headers = signedHeaders({ id: 'evt_hue_1', body: '{}', at: new Date() }, after(1));
  for (const secret of after(1)) expect(new Webhook(secret).verify('{}', headers)).toEqual({});
  // Of three secrets, the oldest is out at once.
  expect(inForce(rotated(second, now), now)).not.toContain(first.secret);
});

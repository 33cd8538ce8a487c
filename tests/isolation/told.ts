import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import type { TestProvince } from '@tinhthong/core/testing';
import { unsubscribeLink } from '../../packages/core/src/notify/unsubscribe.ts';

/** What a province has told its people, and how they want to be told. */
export interface Told {
  /** Sendings: one that was tried in vain, one that was sent. */
  readonly dead: string;
  readonly sent: string;
  readonly subscription: string;
  /** Path and query of a link that ends messages. */
  readonly unsubscribe: string;
  /** What the reports of its mail relay show. */
  readonly receiptSecret: string;
  readonly marks: readonly string[];
}

/** A browser of nobody's, at an address that is public and never asked. */
export function browser(name: string) {
  const keys = { p256dh: createECDH('prime256v1').generateKeys('base64url'), auth: randomBytes(16).toString('base64url') };
  return { endpoint: `https://203.162.4.191/${name}`, keys };
}

export async function makeTold(site: TestProvince, mark: string, staff: string): Promise<Told> {
  const receiptSecret = `bao-cao-${mark}`;
  const call = async (path: string, method: string, json: object) => {
    const answer = await site.request(`/api/core${path}`, { method, as: staff, json });
    if (!answer.ok) throw new Error(`${site.id}: ${path} ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  // Nobody answers where the browsers are: what failed would be tried again for minutes, and nothing would settle.
  await call('/channels/push', 'PUT', { on: false });
  await call('/channels/email', 'PUT', { on: true, config: { fromName: mark }, secrets: { receipt: receiptSecret } });
  // Equal quiet hours in two provinces would tell nothing apart.
  const until = `07:${String(Number(site.now().tenant.code) % 60).padStart(2, '0')}`;
  await call('/me/preferences', 'PUT', { quiet: { from: '21:00', until } });
  const { id: subscription } = (await call('/me/push-subscriptions', 'POST', browser('cung-mot-trinh-duyet'))) as { id: string };
  const [message, dead, sent] = [randomUUID(), randomUUID(), randomUUID()];
  await site.database(async ({ pool }) => {
    await pool.query(
      `insert into core.messages (id, plugin, kind, subject, data, created_at) values ($1, 'field-reports', 'report-closed', $2, jsonb_build_object('code', $2::text), now())`,
      [message, mark],
    );
    await pool.query(
      `insert into core.sends (id, message, channel, state, due_at, error, masked, sent_at, created_at)
       values ($2, $1, 'sms', 'dead', now(), $4, $4, null, now() - interval '1 minute'), ($3, $1, 'email', 'sent', now(), null, $4, now(), now())`,
      [message, dead, sent, mark],
    );
  });
  return { dead, sent, subscription, receiptSecret, unsubscribe: unsubscribeLink(site.now(), '', sent), marks: [dead, sent, subscription, receiptSecret, `"until":"${until}"`] };
}

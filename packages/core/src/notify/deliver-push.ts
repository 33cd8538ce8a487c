import type { Kysely } from 'kysely';
import { request } from 'undici';
import webpush from 'web-push';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { dayMs } from './local-time.ts';
import type { Outcome, Outgoing, Place } from './outgoing.ts';
import { type PushSubscription, pushKeys, subscriptionsOf } from './push-subscriptions.ts';

// For all browsers of somebody together: a push service that never answers must not keep a worker from others.
const timeoutMs = 15_000;
const longestSilenceMs = 3 * dayMs;
const aDayInSeconds = 86_400;
const longestText = 500;

interface Pushed {
  readonly outcome: Outcome;
  /** Whether the push service has said anything. */
  readonly answered: boolean;
}

/** To every browser of the account at once, encrypted for each; one that is not subscribed any more is forgotten. */
export async function deliverPush(place: Place, out: Outgoing, account: string): Promise<Outcome> {
  const { kernel, province, database: { db } } = place;
  const subscriptions = await subscriptionsOf(db, province, account);
  const vapidDetails = { subject: `https://${province.tenant.hosts[0]}`, ...(await pushKeys(db, province)) };
  const signal = AbortSignal.timeout(timeoutMs);
  const outcomes = await Promise.all(
    subscriptions.map(async ({ id, ...subscription }) => {
      const pushed = await pushTo(place, out, subscription, { vapidDetails, signal });
      await note(db, id, pushed, kernel.now());
      return pushed.outcome;
    }),
  );
  // Whoever has been reached on one screen has been told.
  const { sent, again } = { sent: outcomes.find((one) => one.sent), again: outcomes.find((one) => !one.sent && one.next === 'again') };
  return sent ?? again ?? { sent: false, reason: 'no-subscription', next: 'never' };
}

/** Keeps the subscription for as long as there is hope: no push service is out of order for days. */
async function note(db: Kysely<ProvinceTables>, id: string, { outcome, answered }: Pushed, now: Date): Promise<void> {
  const update = db.updateTable('core.push_subscriptions').where('id', '=', id);
  const forget = db.deleteFrom('core.push_subscriptions').where('id', '=', id);
  if (!outcome.sent && outcome.next === 'gone') await forget.execute();
  else if (answered) await update.set({ silent_since: null }).where('silent_since', 'is not', null).execute();
  else {
    await update.set((eb) => ({ silent_since: eb.fn.coalesce('silent_since', eb.val(now)) })).execute();
    await forget.where('silent_since', '<=', new Date(now.getTime() - longestSilenceMs)).execute();
  }
}

type How = Pick<webpush.RequestOptions, 'vapidDetails'> & { readonly signal: AbortSignal };

async function pushTo({ kernel: { outbound } }: Place, { id, subject, text, link, language }: Outgoing, subscription: PushSubscription, { vapidDetails, signal }: How): Promise<Pushed> {
  const payload = JSON.stringify({ id, title: subject, body: text.slice(0, longestText), link, lang: language });
  try {
    const { endpoint, method, headers, body } = webpush.generateRequestDetails(subscription, payload, {
      vapidDetails,
      TTL: aDayInSeconds,
      urgency: 'normal',
      // A repeat takes the place of the first one where that has not been shown yet.
      topic: id.replaceAll('-', ''),
    });
    const url = new URL(endpoint);
    if (outbound.refusal(url, { https: true }) !== undefined) return { outcome: { sent: false, reason: 'refused-address', next: 'gone' }, answered: false };
    const answer = await request(url, { method: method as 'POST', headers: headers as Record<string, string>, body, dispatcher: outbound.dispatcher, signal });
    await answer.body.dump({ limit: 16_384, signal: AbortSignal.timeout(1_000) }).catch(() => {});
    return { outcome: outcomeOf(answer.statusCode), answered: true };
  } catch (error) {
    const { code } = error as { code?: unknown };
    const reason = signal.aborted ? 'timed-out' : typeof code === 'string' ? code : 'no-connection';
    return { outcome: { sent: false, reason, next: 'again' }, answered: false };
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { sent: true };
  const next = status === 404 || status === 410 ? 'gone' : status === 429 || status >= 500 ? 'again' : 'never';
  return { sent: false, reason: `http-${status}`, next };
}

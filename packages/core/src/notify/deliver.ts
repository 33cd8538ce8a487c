import type { ChannelState } from './channels.ts';
import { channelSecrets } from './channels.ts';
import { deliverEmail } from './deliver-email.ts';
import { deliverHttp } from './deliver-http.ts';
import { deliverPush } from './deliver-push.ts';
import type { Outcome, Outgoing, Place } from './outgoing.ts';

/** Hands a message to its channel. `address`: an e-mail address, a phone number (E.164), or for push the account. */
export async function deliver(place: Place, channel: ChannelState, out: Outgoing, address: string): Promise<Outcome> {
  if (channel.channel === 'email') return deliverEmail(place, channel, out, address);
  if (channel.channel === 'push') return deliverPush(place, out, address);
  const { driver } = channel.config;
  if (driver === undefined) return { sent: false, reason: 'no-gateway', next: 'never' };
  return deliverHttp(place, driver, await channelSecrets(place.database.db, place.province, channel.channel), out, address);
}

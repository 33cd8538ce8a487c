import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { noAddress } from '../identity/read-session.ts';
import { contextOf } from '../personal-data/holders.ts';
import type { Address } from '../plugin/context.ts';
import type { Channel, Plugin } from '../plugin/plugin.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Place } from './outgoing.ts';
import { type Preferences, preferencesOf, usualPreferences } from './preferences.ts';

type Row = Selectable<ProvinceTables['core.messages']>;

/** Somebody to be told: an account, or whoever belongs to a subject of a plugin. Held in memory only. */
export interface Recipient {
  readonly account: string | null;
  readonly addresses: Readonly<Partial<Record<Channel, string>>>;
  readonly preferences: Preferences;
  readonly secret: string | undefined;
}

/** Everybody a message is for, as they are reached now. */
export async function recipientsOf(place: Place, plugin: Plugin, message: Row): Promise<Recipient[]> {
  const { db } = place.database;
  if (message.subject !== null) return some(await ofSubject(place, plugin, message.subject));
  if (message.account !== null) return some(await ofAccount(db, message.account));
  const members = await db.selectFrom('core.members').select('account').where('agency', '=', message.agency).where('disabled_at', 'is', null).orderBy('account').execute();
  const found = await Promise.all(members.map(({ account }) => ofAccount(db, account)));
  return found.flatMap(some);
}

/** Where the account itself is reached on a channel. */
export async function accountAddress(db: Kysely<ProvinceTables>, account: string, channel: Channel): Promise<string | undefined> {
  return (await ofAccount(db, account))?.addresses[channel];
}

const some = (one: Recipient | undefined): Recipient[] => (one === undefined ? [] : [one]);

async function ofAccount(db: Kysely<ProvinceTables>, account: string, given: Address = {}): Promise<Recipient | undefined> {
  const person = await db
    .selectFrom('identity.user as person')
    .leftJoin('core.members as member', 'member.account', 'person.id')
    .select((eb) => [
      'person.email', 'person.emailVerified', 'person.phoneNumber', 'member.disabled_at',
      eb.exists(eb.selectFrom('core.push_subscriptions').select('id').whereRef('account', '=', 'person.id')).as('subscribed'),
    ])
    .where('person.id', '=', account)
    .executeTakeFirst();
  if (person === undefined || person.disabled_at !== null) return undefined;
  const email = given.email ?? (person.emailVerified && !person.email.endsWith(noAddress) ? person.email : undefined);
  const preferences = await preferencesOf(db, account);
  return { account, addresses: { ...reachable(email, given.phone ?? person.phoneNumber ?? undefined), ...(person.subscribed && { push: account }) }, preferences, secret: given.secret };
}

async function ofSubject({ kernel, province, database }: Place, plugin: Plugin, subject: string): Promise<Recipient | undefined> {
  const ctx = await contextOf(kernel, province, database, plugin);
  const handler = { province, plugin, operation: 'addressOf' };
  const given = await kernel.watch.run(handler, async () => plugin.addressOf?.(ctx, subject));
  if (given === undefined) return undefined;
  const theirs = given.account === undefined ? undefined : await ofAccount(database.db, given.account, given);
  if (theirs !== undefined) return theirs;
  return { account: null, addresses: reachable(given.email, given.phone), preferences: { ...usualPreferences, language: given.language ?? 'vi' }, secret: given.secret };
}

const address = z.email().max(200);

/** What is no address is none: it is not for a mail server to find out what was meant. */
function reachable(email: string | undefined, phone: string | undefined): Recipient['addresses'] {
  const isPhone = phone !== undefined && /^\+[1-9]\d{7,14}$/.test(phone);
  return { ...(address.safeParse(email).success && { email: email! }), ...(isPhone && { sms: phone, chat: phone }) };
}

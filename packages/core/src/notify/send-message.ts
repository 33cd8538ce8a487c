import type { Kysely, Selectable, Updateable } from 'kysely';
import { keyFor, mac } from '../secrets/envelope.ts';
import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import { provinceOf } from '../modules/province-of.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { roomAt } from './caps.ts';
import { channelOf, type ChannelState } from './channels.ts';
import { composeMessage, type Told } from './compose-message.ts';
import { deliver } from './deliver.ts';
import { masked } from './mask.ts';
import type { Outcome, Outgoing, Place } from './outgoing.ts';
import { choiceOf } from './preferences.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { type Recipient, recipientsOf } from './recipients.ts';
import { unsubscribeLink } from './unsubscribe.ts';

type Db = Kysely<ProvinceTables>;
type Send = Selectable<ProvinceTables['core.sends']>;
type Message = Selectable<ProvinceTables['core.messages']>;

/** What is known of a sending when its turn has come. */
interface Ready {
  readonly out: Outgoing;
  readonly channel: ChannelState;
  readonly address: string;
  readonly known: { readonly recipient: Buffer; readonly masked: string };
}
type Turn = { readonly withhold: string } | { readonly wait: Date } | { readonly send: Ready };

const minute = 60;
const hour = 60 * minute;
/** Seconds after each failure; then it is dead, until somebody has it sent again. */
const pauses = [30, 2 * minute, 10 * minute, 30 * minute, 2 * hour, 6 * hour];

/**
 * Makes one attempt at one sending, with all that was gathered into it. Whom it goes to and whether they still want it is
 * asked now. Between sending and noting it a crash can have it sent once more, under the same id.
 */
export async function sendMessage(kernel: Kernel, ctx: CoreContext, id: string): Promise<void> {
  const province = provinceOf(kernel, ctx);
  await kernel.pools.use(province, async (database) => {
    const place = { kernel, province, database };
    const send = await database.db.selectFrom('core.sends').selectAll().where('id', '=', id).executeTakeFirst();
    if (send?.state !== 'waiting') return;
    const turn = await turnOf(place, send, ctx.now());
    if ('withhold' in turn) return note(ctx, send, { state: 'withheld', error: turn.withhold });
    if ('wait' in turn) return note(ctx, send, { due_at: turn.wait });
    const { out, channel, address, known } = turn.send;
    const outcome = await deliver(place, channel, out, address);
    if (!outcome.sent && outcome.next === 'gone' && channel.channel !== 'push') await shun(database.db, send, known.recipient, ctx.now());
    await note(ctx, send, { ...known, ...after(send, outcome, ctx.now()) });
  });
}

async function turnOf(place: Place, send: Send, now: Date): Promise<Turn> {
  const { kernel, province, database: { db } } = place;
  const rows = await db
    .selectFrom('core.sends as one')
    .innerJoin('core.messages as message', 'message.id', 'one.message')
    .selectAll('message')
    .where((eb) => eb.or([eb('one.id', '=', send.id), eb('one.lead', '=', send.id)]))
    .orderBy('one.created_at')
    .orderBy('one.id')
    .execute();
  // Modules that are off by now tell nobody.
  const told = rows.flatMap((row) => {
    const plugin = kernel.moduleOn(province, row.plugin);
    const message = plugin?.messages?.[row.kind];
    return plugin === undefined || message === undefined ? [] : [{ row, plugin, message, kind: `${row.plugin}/${row.kind}` }];
  });
  const [first] = told;
  if (first === undefined) return { withhold: 'module-off' };
  const channel = await channelOf(db, send.channel);
  if (!channel.on) return { withhold: 'channel-off' };

  const recipient = (await recipientsOf(place, first.plugin, first.row)).find(({ account }) => account === send.account);
  const address = recipient?.addresses[send.channel];
  if (recipient === undefined || address === undefined) return { withhold: 'no-address' };
  const wanted = told.filter(({ kind, message }) => choiceOf(kind, message, send.channel, recipient.preferences) !== 'off');
  if (wanted.length === 0 || (await hasUnsubscribed(db, send, first.row))) return { withhold: 'unwanted' };
  const key = recipientKey(place, send, address);
  if (await isUnreachable(db, send, key)) return { withhold: 'unreachable' };

  const urgent = wanted.some(({ message }) => message.urgent);
  const morning = urgent ? now : afterQuietHours(now, recipient.preferences.quiet);
  if (morning > now) return { wait: morning };
  const room = await roomAt(db, channel, key, now);
  if (room > now) return { wait: room };

  const url = kernel.urlOf(province.tenant.hosts[0]!);
  const withLink = ({ row, message }: (typeof told)[number]): Told => ({ message, data: row.data, link: row.link && url + row.link + (isOf(first.row, row) ? secretOf(recipient) : '') });
  const composed = composeMessage(wanted.map(withLink) as [Told, ...Told[]], province.tenant.name, recipient.preferences.language);
  const out = { ...composed, id: send.id, kind: wanted[0]!.kind, language: recipient.preferences.language, unsubscribe: unsubscribeLink(province, url, send.id) };
  return { send: { out, channel, address, known: { recipient: key, masked: send.channel === 'push' ? '' : masked(address) } } };
}

/** The secret that the plugin gave belongs to one subject. */
const isOf = (first: Message, { plugin, subject }: Message) => first.plugin === plugin && first.subject === subject;
const secretOf = ({ secret }: Recipient) => (secret === undefined ? '' : `#${encodeURIComponent(secret)}`);

const recipientKey = ({ province }: Place, { channel }: Send, address: string) => mac(keyFor(province.dataKey, 'recipients'), `${channel}|${address.toLowerCase()}`);

async function hasUnsubscribed(db: Db, { account, channel }: Send, { plugin, subject }: Message): Promise<boolean> {
  if (account !== null || subject === null) return false;
  return (await db.selectFrom('core.unsubscribed').select('at').where('plugin', '=', plugin).where('subject', '=', subject).where('channel', '=', channel).executeTakeFirst()) !== undefined;
}

async function isUnreachable(db: Db, { channel }: Send, recipient: Buffer): Promise<boolean> {
  return (await db.selectFrom('core.unreachable').select('at').where('channel', '=', channel).where('recipient', '=', recipient).executeTakeFirst()) !== undefined;
}

async function shun(db: Db, { channel }: Send, recipient: Buffer, at: Date): Promise<void> {
  await db.insertInto('core.unreachable').values({ channel, recipient, at }).onConflict((oc) => oc.doNothing()).execute();
}

type Noted = Updateable<ProvinceTables['core.sends']>;

function after({ attempts }: Send, outcome: Outcome, now: Date): Noted {
  const attempted = { attempts: attempts + 1 };
  if (outcome.sent) return { ...attempted, state: 'sent', sent_at: now, provider_id: outcome.providerId ?? null, error: null };
  const pause = outcome.next === 'again' ? pauses[attempts] : undefined;
  if (pause === undefined) return { ...attempted, state: 'dead', error: outcome.reason };
  return { ...attempted, error: outcome.reason, due_at: new Date(now.getTime() + pause * (0.8 + 0.4 * Math.random()) * 1_000) };
}

/** Writes down what came of a turn; what waits for another one gets its task with it. */
async function note(ctx: CoreContext, { id }: Send, noted: Noted): Promise<void> {
  await ctx.change(async (trx) => {
    await trx.updateTable('core.sends').set(noted).where('id', '=', id).execute();
    const { state, sent_at = null, error = null } = noted;
    if (state === undefined) ctx.enqueue(trx, 'send-message', { send: id }, { notBefore: noted.due_at as Date });
    else await trx.updateTable('core.sends').set({ state, sent_at, error }).where('lead', '=', id).execute();
    return null;
  });
}

import { timingSafeEqual } from 'node:crypto';
import { type Address, forbidden, Problem, timeOrderedId } from '@tinhthong/core';
import { type Selectable, sql } from 'kysely';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { SubscriptionRow } from './after-answer-tables.ts';

export type Subscription = Selectable<SubscriptionRow>;

/** What is followed: one report by its id, or what is new under all that is given. */
export type Followed =
  | { readonly report: string }
  | { readonly category?: string | undefined; readonly commune?: string | undefined; readonly circle?: Circle | undefined };
export interface Circle {
  readonly lat: number;
  readonly lon: number;
  readonly metres: number;
}

/** Who follows: an account, or whoever reads at one address that was left with a consent to it. Two addresses are two followers. */
export interface Follower {
  readonly account?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** E.164. */
  readonly phone?: string | null | undefined;
  readonly consentVersion?: string | null | undefined;
  /** The account that was signed in and left this address; it tells nothing of whose the address is. */
  readonly askedBy?: string | null | undefined;
  /** The voice that they joined the report with: what comes with it goes with it. */
  readonly voice?: string | null | undefined;
}

export interface Subscribed {
  readonly id: string;
  /** `confirm`: a letter is on its way to the address, and nothing else before its link was pressed. */
  readonly status: 'active' | 'confirm';
}

/** So many of one person, so that neither an account nor an address can be made to drown. */
export const mostSubscriptions = 30;
const mostUnconfirmed = 5;

/**
 * Subscribes somebody in the change under way. An account is subscribed at once, an address after its reader has pressed
 * the link that is sent there; `confirmed` is for whoever is known to read there already. Once more is the same as once,
 * and never ends what is there: nobody learns from the answer who follows what.
 *
 * @throws Problem 409 `too-many-subscriptions` for an account
 */
export async function subscribe(ctx: ReportContext, trx: ReportTrx, followed: Followed, follower: Follower, { confirmed = false } = {}): Promise<Subscribed> {
  const now = ctx.now();
  const row = { ...scopeOf(followed), ...whoOf(follower) };
  const status = confirmed || row.account !== null ? 'active' : 'confirm';
  const [same, others] = await known(trx, row);
  const active = same.find(({ confirmed_at }) => confirmed_at !== null);
  if (status === 'active' && active !== undefined) return { id: active.id, status };
  if (row.account !== null && others >= mostSubscriptions) throw tooMany();
  const waiting = same.find(({ confirmed_at }) => confirmed_at === null);
  if (status === 'confirm' && waiting !== undefined) return { id: waiting.id, status };
  const id = timeOrderedId();
  if (status === 'confirm' && (await unconfirmedOf(trx, row)) >= mostUnconfirmed) return { id, status };
  await trx
    .insertInto('subscriptions')
    .values({ id, ...row, language: ctx.language, created_at: now, confirmed_at: status === 'active' ? now : null, told_until: null })
    .execute();
  if (status === 'confirm') ctx.tell(trx, 'subscription-asked', { to: { subject: `asked:${id}` }, link: '/phan-anh/nhan-tin/xac-nhan' });
  return { id, status };
}

/** What stands behind the `#` of the letter's link. It shows that its holder reads at the address; derived, so stored nowhere. */
export function subscriptionToken(ctx: ReportContext, id: string): string {
  return `${id}.${ctx.derive(`subscription|${id}`).slice(0, 22)}`;
}

/** @throws Problem 403 for what this province has not sent, or what is over */
export async function subscriptionOf(ctx: ReportContext, db: Pick<ReportTrx, 'selectFrom'>, token: string): Promise<Subscription> {
  const id = /^([0-9a-f-]{36})\./.exec(token)?.[1];
  if (id === undefined) throw forbidden();
  const [expected, actual] = [Buffer.from(subscriptionToken(ctx, id)), Buffer.from(token)];
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) throw forbidden();
  const row = await db.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw subscriptionOver();
  return row;
}

/** Pressed twice it is the same as once. What had been subscribed to before at the same address goes on as this one. */
export async function confirm(ctx: ReportContext, trx: ReportTrx, row: Subscription): Promise<void> {
  const [same] = await known(trx, row);
  const older = same.filter(({ id }) => id !== row.id).map(({ id }) => id);
  if (older.length > 0) await trx.deleteFrom('subscriptions').where('id', 'in', older).execute();
  await trx.updateTable('subscriptions').set({ confirmed_at: row.confirmed_at ?? ctx.now() }).where('id', '=', row.id).execute();
}

/** Where a subscription's news go, and with `asked` the letter that is to be confirmed. Nobody who has not confirmed is told anything else. */
export async function addressOfSubscription(ctx: ReportContext, id: string, asked: boolean): Promise<Address | undefined> {
  const row = await ctx.db.selectFrom('subscriptions').select(['account', 'email', 'phone', 'language', 'confirmed_at']).where('id', '=', id).executeTakeFirst();
  if (row === undefined || (row.confirmed_at === null) !== asked) return undefined;
  const { account, email, phone, language } = row;
  return { account: account ?? undefined, email: email ?? undefined, phone: phone ?? undefined, language, ...(asked && { secret: subscriptionToken(ctx, id) }) };
}

function subscriptionOver(): Problem {
  return new Problem(410, 'subscription-over', { vi: 'Đăng ký này không còn nữa.', en: 'This subscription is over.' }, {
    detail: { vi: 'Một đăng ký chưa xác nhận chỉ giữ một ngày; bạn có thể đăng ký lại.', en: 'One that was not confirmed is kept for a day; you may subscribe again.' },
  });
}

type Scope = Pick<Subscription, 'report' | 'category' | 'commune' | 'lat' | 'lon' | 'metres'>;
type Person = Pick<Subscription, 'account' | 'email' | 'phone'>;

function scopeOf(followed: Followed): Scope {
  const none = { report: null, category: null, commune: null, lat: null, lon: null, metres: null };
  if ('report' in followed) return { ...none, report: followed.report };
  const { category = null, commune = null, circle } = followed;
  return { ...none, category, commune, ...(circle !== undefined && { lat: circle.lat, lon: circle.lon, metres: circle.metres }) };
}

function whoOf({ account = null, email = null, phone = null, consentVersion = null, askedBy = null, voice = null }: Follower): Person & Pick<Subscription, 'consent_version' | 'asked_by' | 'voice'> {
  if (account !== null) return { account, asked_by: null, voice, email: null, phone: null, consent_version: null };
  return { account, asked_by: askedBy, voice, email, phone, consent_version: consentVersion };
}

const samePerson = ({ account, email, phone }: Person) =>
  account !== null ? sql<boolean>`account = ${account}` : sql<boolean>`account is null and (lower(email) = lower(${email}::text) or phone = ${phone}::text)`;

/** The person's subscriptions to the same, and how many they have in all. */
async function known(trx: ReportTrx, row: Scope & Person): Promise<[{ id: string; confirmed_at: Date | null }[], number]> {
  const own = await trx.selectFrom('subscriptions').select(['id', 'confirmed_at', 'report', 'category', 'commune', 'lat', 'lon', 'metres']).where(samePerson(row)).limit(1_000).execute();
  const same = own.filter((one) => (['report', 'category', 'commune', 'lat', 'lon', 'metres'] as const).every((name) => one[name] === row[name]));
  return [same, own.length];
}

async function unconfirmedOf(trx: ReportTrx, row: Person): Promise<number> {
  const { count } = await trx.selectFrom('subscriptions').select(({ fn }) => fn.countAll<number>().as('count')).where(samePerson(row)).where('confirmed_at', 'is', null).executeTakeFirstOrThrow();
  return Number(count);
}

/** Everything that is subscribed to by the account, or at the address of a confirmed subscription. */
export function subscriptionsOf(db: Pick<ReportTrx, 'selectFrom'>, person: Person) {
  return db
    .selectFrom('subscriptions')
    .leftJoin('reports', 'reports.id', 'subscriptions.report')
    .select(['subscriptions.id', 'reports.code as report', 'subscriptions.category', 'subscriptions.commune', 'subscriptions.lat', 'subscriptions.lon', 'subscriptions.metres', 'subscriptions.created_at as since'])
    .where((eb) =>
      person.account !== null
        ? eb('subscriptions.account', '=', person.account)
        : eb.and([eb('subscriptions.account', 'is', null), eb('confirmed_at', 'is not', null), person.email !== null ? sql<boolean>`lower(email) = lower(${person.email})` : eb('phone', '=', person.phone)]),
    )
    .orderBy('subscriptions.created_at', 'desc')
    .orderBy('subscriptions.id', 'desc')
    .limit(200)
    .execute();
}

function tooMany(): Problem {
  return new Problem(409, 'too-many-subscriptions', { vi: `Bạn đã theo dõi ${mostSubscriptions} mục.`, en: `You follow ${mostSubscriptions} things already.` }, {
    detail: { vi: 'Hãy ngừng bớt một mục rồi đăng ký lại.', en: 'End one of them, then subscribe again.' },
  });
}

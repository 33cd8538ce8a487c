import { sql } from 'kysely';
import { keyFor, mac } from '../secrets/envelope.ts';
import { Problem } from '../plugin/problem.ts';
import type { AccountSite } from './account-site.ts';

/** Somebody who tries to prove who they are: what they try on, and the network they do it from. */
export interface Attempt {
  /** `password|<e-mail>`, `second-factor|<account>`: whether or not there is such an account. */
  readonly what: string;
  /** Address bucket: an IPv4 address or an IPv6 /64. */
  readonly network: string;
}

const freeHere = 5;
/** Over all networks together; whoever has signed in from theirs before is not kept waiting by strangers. */
const freeEverywhere = 50;
const knownForDays = 90;

/**
 * Lets somebody try, or makes them wait: longer with every failure, 15 minutes at most. The wait holds at one network,
 * so nobody can lock another out of their account. Counted before the try is judged, so that tries at the same moment
 * count too; `succeeded` takes it back.
 *
 * @throws Problem 429 with `Retry-After`
 */
export async function beginTry(site: AccountSite, { what, network }: Attempt): Promise<{ succeeded(): Promise<void> }> {
  const here = placeOf(site, `${what}|${network}`);
  const everywhere = placeOf(site, what);
  const known = await count(site, here, freeHere);
  if (!known) await count(site, everywhere, freeEverywhere);
  return { succeeded: () => forgive(site, { what, network }) };
}

/** Forgets the failures, and remembers that somebody got in from there. */
export async function forgive(site: AccountSite, { what, network }: Attempt): Promise<void> {
  await sql`
    update identity.sign_in_places
    set failures = 0, succeeded_at = ${site.now()}
    where place in (${placeOf(site, `${what}|${network}`)}, ${placeOf(site, what)})
  `.execute(site.db);
}

/** Counts a try, unless the place has to wait. Answers whether somebody got in from there before. */
async function count(site: AccountSite, place: Buffer, free: number): Promise<boolean> {
  const now = site.now();
  const wait = sql`case when p.failures < ${free}::int then interval '0' else least(interval '15 minutes', interval '30 seconds' * 2 ^ least(p.failures - ${free}::int, 10)) end`;
  const { rows } = await sql<{ known: boolean | null }>`
    insert into identity.sign_in_places as p (place, failures, failed_at) values (${place}, 1, ${now})
    on conflict (place) do update
      set failures = case when p.failed_at < ${now}::timestamptz - interval '1 day' then 1 else p.failures + 1 end, failed_at = ${now}
      where p.failed_at + ${wait} <= ${now}::timestamptz
    returning succeeded_at > ${now}::timestamptz - make_interval(days => ${knownForDays}) as known
  `.execute(site.db);
  const [row] = rows;
  if (row !== undefined) return row.known === true;
  const { rows: waiting } = await sql<{ seconds: number }>`
    select ceil(extract(epoch from p.failed_at + ${wait} - ${now}::timestamptz))::int as seconds
    from identity.sign_in_places p where place = ${place}
  `.execute(site.db);
  throw tooManyFailures(Math.max(1, waiting[0]?.seconds ?? 1));
}

/** Forgets who failed long ago; who signed in stays known. */
export async function forgetPlaces(site: Pick<AccountSite, 'db' | 'now'>): Promise<void> {
  await sql`
    delete from identity.sign_in_places
    where greatest(failed_at, coalesce(succeeded_at + make_interval(days => ${knownForDays}), failed_at)) < ${site.now()}::timestamptz - interval '1 day'
  `.execute(site.db);
}

/** Neither address nor network can be read from what is stored. */
function placeOf(site: AccountSite, text: string): Buffer {
  return mac(keyFor(site.key, 'sign-in-places'), text);
}

function tooManyFailures(seconds: number): Problem {
  return new Problem(
    429,
    'too-many-failures',
    { vi: 'Sai quá nhiều lần, xin chờ một lát rồi thử lại.', en: 'Too many failures, please wait a while and try again.' },
    { headers: { 'retry-after': String(seconds) } },
  );
}

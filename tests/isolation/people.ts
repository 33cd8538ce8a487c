import type { TestProvince, TestWorld } from '@tinhthong/core/testing';
import { setUpSecondFactor } from '../../packages/core/src/kit/test-site.ts';
import { sentMail, sentMessages } from '../../packages/core/src/kit/test-mail.ts';
import { fromBase32, totpCode } from '../../packages/core/src/identity/totp.ts';
import type { TestProvider } from '../../packages/core/src/kit/test-provider.ts';

export const providerClient = {
  id: 'tinhthong',
  secret: 'chi-de-thu-nghiem',
  redirectUris: ['hue', 'dak-lak'].map((id) => `http://${id}.localhost/api/auth/providers/rieng-${id}/return`),
};

/** Accounts of a province, and all that is under way to become one or to change one. Used up as it is tried. */
export interface People {
  /** Somebody whom administrators manage, with two sessions. */
  readonly colleague: { readonly account: string; readonly sessions: readonly string[] };
  /** Ids of further sessions of the staff. */
  readonly ownSessions: readonly [string, string];
  /** Two sessions each of people who end the others, or change their password; both are linked with the provider. */
  readonly many: readonly [string, string];
  /** People without a second factor; with one that waits for its first code; with one, fully in and half in. */
  readonly plain: readonly [string, string];
  readonly begun: readonly { readonly session: string; readonly code: string }[];
  readonly guarded: { readonly session: string; readonly half: readonly [string, string]; readonly backupCodes: readonly string[] };
  /** Citizens: who asks for their data, and who goes. */
  readonly citizens: readonly [string, string];
  readonly invitations: readonly { readonly id: string; readonly token: string }[];
  readonly resets: readonly [string, string];
  readonly emailChanges: readonly [string, string];
  readonly phoneCodes: readonly { readonly request: string; readonly code: string }[];
  /** A sign-in at the province's provider, on its way back. */
  readonly back: { readonly path: string; readonly cookie: string };
  readonly embedKey: string;
  readonly visit: string;
}

export const origin = 'https://phuong.example';

/** The same people in every province, but for the mark in their names. */
export async function makePeople(world: TestWorld, site: TestProvince, { mark, staff }: { mark: string; staff: string }, provider: TestProvider): Promise<People> {
  const { now } = world.kernel;
  const json = async <T>(path: string, init: Parameters<TestProvince['request']>[1] = {}): Promise<T> => {
    const answer = await site.request(path, init);
    if (!answer.ok) throw new Error(`${site.id}: ${path} ${answer.status} ${await answer.text()}`);
    return (answer.status === 204 || answer.status === 202 && !answer.headers.has('content-type') ? undefined : await answer.json()) as T;
  };
  /** A session of a person with the password of the staff; hashing and checking it for each would take half a minute. */
  const signIn = (name: string, roles: readonly string[] = []) =>
    site.database(async (database) => {
      const email = `${name}@vidu.vn`;
      await database.pool.query(
        `with person as (insert into identity."user" (id, name, email) values (gen_random_uuid(), $1, $2) on conflict do nothing returning id),
           credential as (
             insert into identity.account (id, "accountId", "userId", "providerId", password)
             select gen_random_uuid(), person.id, person.id, 'credential', (select password from identity.account where "providerId" = 'credential' order by "createdAt" limit 1) from person
           )
         insert into core.members (account, roles) select id, $3 from person where $3 <> '{}'::text[]`,
        [`${name} ${mark}`, email, roles],
      );
      const { id } = await database.db.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirstOrThrow();
      const { api } = await world.kernel.principals.auth(site.now(), database);
      const answer = await api.openSession({ body: { account: id }, headers: new Headers(), asResponse: true });
      return answer.headers.getSetCookie()[0]!.split(';')[0]!;
    });
  const account = async (as: string) => (await json<{ account: string }>('/api/auth/get-session', { as })).account;

  const colleagues = [await signIn('dong-nghiep', ['officer']), await signIn('dong-nghiep')];
  const many = [await signIn('nhieu-1'), await signIn('nhieu-2')] as const;
  for (const name of ['nhieu-1', 'nhieu-2', 'mat-khau']) await signIn(name);

  async function begin(name: string) {
    const session = await signIn(name);
    const { secret } = await json<{ secret: string }>('/api/auth/second-factor/enrol', { method: 'POST', as: session });
    return { session, code: totpCode(fromBase32(secret), now()) };
  }
  const guarded = await signIn('hai-buoc');
  await setUpSecondFactor(site, guarded, now());
  const { backupCodes } = await json<{ backupCodes: string[] }>('/api/auth/second-factor/backup-codes', { method: 'POST', as: guarded });

  const invitations: { id: string; token: string }[] = [];
  const newestToken = async () => {
    await world.settled();
    const mails = (await sentMail(world.dataDir)).filter(({ link }) => new URL(link).host === site.host);
    return new URL(mails.at(-1)!.link).hash.slice(1);
  };
  for (const i of [1, 2, 3, 4]) {
    const { id } = await json<{ id: string }>('/api/core/invitations', { as: staff, json: { email: `moi-${i}@vidu.vn`, name: `Người mới ${mark}`, roles: ['officer'] } });
    invitations.push({ id, token: await newestToken() });
  }
  const resets: string[] = [];
  const emailChanges: string[] = [];
  for (const i of [1, 2]) {
    await signIn(`quen-${i}`);
    await json('/api/auth/password-reset', { json: { email: `quen-${i}@vidu.vn` } });
    resets.push(await newestToken());
    // Of others: a new password makes void what was begun with an account.
    await json('/api/auth/email-change', { as: await signIn(`doi-${i}`), json: { email: `doi-roi-${i}@vidu.vn` } });
    emailChanges.push(await newestToken());
  }

  await json('/api/core/access-policy', { method: 'PUT', as: staff, json: { operatorVisits: true, phoneSignIn: true } });
  const phoneCodes: { request: string; code: string }[] = [];
  for (const phone of ['0905000001', '0905000002']) {
    const { request } = await json<{ request: string }>('/api/auth/phone/code', { json: { phone } });
    await world.settled();
    const messages = (await sentMessages(world.dataDir)).filter(({ text }) => text.startsWith(site.now().tenant.name.vi));
    phoneCodes.push({ request, code: /\d{6}/.exec(messages.at(-1)!.text)![0] });
  }

  await json(`/api/core/sign-in-providers/${mark}`, {
    method: 'PUT',
    as: staff,
    json: { title: { vi: mark }, issuer: provider.issuer, clientId: providerClient.id, clientSecret: providerClient.secret },
  });
  provider.people.set('dan', { email: 'dan@vidu.vn', email_verified: true });
  await site.database(({ pool }) =>
    pool.query(
      `insert into identity.account (id, "accountId", "userId", "providerId") select gen_random_uuid(), email, id, $1 from identity."user" where email like 'nhieu-%'`,
      [mark],
    ),
  );
  const left = await site.request(`/api/auth/providers/${mark}/leave`, { json: {} });
  const back = new URL(await provider.signIn(((await left.json()) as { url: string }).url, 'dan'));

  await json(`/api/core/roles/${mark}`, { method: 'PUT', as: staff, json: { title: { vi: mark, en: mark }, grants: [] } });
  const { key: embedKey } = await json<{ key: string }>('/api/core/embed-keys', { as: staff, json: { name: mark, origins: [origin] } });
  const visit = crypto.randomUUID();
  await site.database(({ pool }) =>
    pool.query(`insert into core.operator_visits values ($1, 'nguoi-van-hanh', 'admin', $2, now(), now() + interval '1 hour')`, [visit, mark]),
  );
  const sessionsOfStaff = async () => (await json<{ items: { id: string }[] }>('/api/auth/sessions', { as: staff })).items.map(({ id }) => id);
  const before = await sessionsOfStaff();
  for (let i = 0; i < 2; i += 1) await signIn('can-bo');
  const [first, second] = (await sessionsOfStaff()).filter((id) => !before.includes(id));

  return {
    colleague: { account: await account(colleagues[0]!), sessions: colleagues },
    ownSessions: [first!, second!],
    many,
    plain: [await signIn('mot-buoc-1'), await signIn('mot-buoc-2')],
    begun: [await begin('bat-dau-1'), await begin('bat-dau-2')],
    guarded: { session: guarded, half: [await signIn('hai-buoc'), await signIn('hai-buoc')], backupCodes },
    citizens: [await signIn('cong-dan-1'), await signIn('cong-dan-2')],
    invitations,
    resets: resets as [string, string],
    emailChanges: emailChanges as [string, string],
    phoneCodes,
    back: { path: `${back.pathname}${back.search}`, cookie: left.headers.getSetCookie()[0]!.split(';')[0]! },
    embedKey,
    visit,
  };
}

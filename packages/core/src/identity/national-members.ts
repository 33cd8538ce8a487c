import { randomBytes } from 'node:crypto';
import { forbidden, notFound } from '../plugin/problem.ts';
import { recordAct } from '../tenancy/acts.ts';
import { identityOf, type IdentityTables } from './identity-tables.ts';
import { acceptInvitation, invite, voidInvitations } from './invitations.ts';
import type { NationalAccounts } from './national-accounts.ts';
import { secretOf } from './one-time.ts';
import { hashOfKey } from './principals.ts';
import { removeSecondFactor } from './second-factor.ts';
import { endSessions } from './sessions.ts';
import type { Kysely, Transaction } from 'kysely';
import type { RegistryTables } from '../tenancy/registry-tables.ts';

const keyLastsMs = 365 * 24 * 3_600_000;

/**
 * Invites somebody to a national site. The registry has no outbox, so whoever invites hands the token over themselves,
 * on a way that the person is known by. An invitation to an address that has an account lets its owner in again: with
 * a new password and a new second factor.
 */
export async function inviteNational(site: NationalAccounts, by: string, { email, name }: { email: string; name: string }): Promise<{ id: string; token: string }> {
  const id = await site.registry.transaction().execute(async (trx) => {
    const made = await invite(identityOf(trx), site.now(), { email, name, by, terms: { site: site.name } });
    await recordAct(trx, { type: 'account.invited', actor: by, data: { site: site.name, invitation: made } });
    return made;
  });
  return { id, token: secretOf(site.key, 'invitation', id) };
}

export async function acceptNational(site: NationalAccounts, given: { token: string; name: string; password: string }): Promise<string> {
  return acceptInvitation(site, given, { knownPassword: 'is-set-anew', join: (trx, account) => join(site, trx, account) });
}

/** An account is of one site: an address of the ministry's is never an operator's too. */
async function join({ name, now }: NationalAccounts, trx: Transaction<IdentityTables>, account: string): Promise<void> {
  const registry = trx as unknown as Kysely<RegistryTables>;
  const member = await registry.selectFrom('registry.national_members').select('site').where('account', '=', account).executeTakeFirst();
  if (member !== undefined && member.site !== name) throw forbidden();
  await registry
    .insertInto('registry.national_members')
    .values({ account, site: name, admitted_at: now(), disabled_at: null })
    .onConflict((oc) => oc.column('account').doUpdateSet({ second_factor: true, admitted_at: now(), disabled_at: null }))
    .execute();
  await removeSecondFactor(trx, account);
  await endSessions(trx, account);
}

export async function listNational(site: NationalAccounts) {
  const rows = await site.registry
    .selectFrom('registry.national_members as member')
    .innerJoin('identity.user as person', 'person.id', 'member.account')
    .leftJoin('identity.second_factors as factor', (join) => join.onRef('factor.account', '=', 'member.account').on('factor.confirmed_at', 'is not', null))
    .select(['member.account', 'person.name', 'person.email', 'member.disabled_at', 'factor.account as factor'])
    .where('member.site', '=', site.name)
    .orderBy('person.email')
    .execute();
  return rows.map(({ account, name, email, disabled_at, factor }) => ({ account, name, email, disabled: disabled_at !== null, secondFactor: factor !== null }));
}

/** Shuts somebody else out and ends their sessions; their keys end with them. @throws Problem 403 for oneself, 404 */
export async function disableNational(site: NationalAccounts, by: string, account: string): Promise<void> {
  if (by === account) throw forbidden();
  await site.registry.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('registry.national_members')
      .set({ disabled_at: site.now() })
      .where('account', '=', account)
      .where('site', '=', site.name)
      .where('disabled_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw notFound({ vi: 'tài khoản', en: 'Account' });
    await endSessions(identityOf(trx), account);
    await voidInvitations(identityOf(trx), account);
    await trx.updateTable('registry.ministry_keys').set({ revoked_at: site.now() }).where('account', '=', account).where('revoked_at', 'is', null).execute();
    await recordAct(trx, { type: 'account.disabled', actor: by, data: { site: site.name, account } });
  });
  site.accessChanged();
}

/** A key for a program of the ministry: it reads published figures and nothing else, and ends after a year. */
export async function makeMinistryKey(site: NationalAccounts, account: string, name: string): Promise<{ id: string; key: string; expiresAt: Date }> {
  const key = `ttm_${randomBytes(24).toString('base64url')}`;
  const expires_at = new Date(site.now().getTime() + keyLastsMs);
  const { id } = await site.registry.transaction().execute(async (trx) => {
    const made = await trx.insertInto('registry.ministry_keys').values({ name, account, hash: hashOfKey(key), expires_at, revoked_at: null }).returning('id').executeTakeFirstOrThrow();
    await recordAct(trx, { type: 'key.created', actor: account, data: { site: site.name, key: made.id } });
    return made;
  });
  return { id, key, expiresAt: expires_at };
}

export async function listMinistryKeys(site: NationalAccounts) {
  return site.registry
    .selectFrom('registry.ministry_keys')
    .select(['id', 'name', 'account', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('revoked_at', 'is', null)
    .orderBy('created_at')
    .execute();
}

export async function revokeMinistryKey(site: NationalAccounts, by: string, id: string): Promise<void> {
  await site.registry.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx.updateTable('registry.ministry_keys').set({ revoked_at: site.now() }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw notFound({ vi: 'khóa', en: 'Key' });
    await recordAct(trx, { type: 'key.revoked', actor: by, data: { site: site.name, key: id } });
  });
}

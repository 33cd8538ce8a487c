import { isDeepStrictEqual } from 'node:util';
import type { Kysely } from 'kysely';
import { forbidden, invalid, Problem } from '../plugin/problem.ts';
import type { Grant, ProvinceTables } from '../tenancy/province-tables.ts';

/** Nobody hands out what they do not hold: what somebody holds, and which roles theirs let them give. */
export interface Giver {
  readonly grants: readonly Grant[];
  readonly appoints: ReadonlySet<string>;
}

export interface GivenRole {
  readonly id: string;
  readonly grants: readonly Grant[];
  readonly appoints: readonly string[];
}

export async function giverOf(trx: Kysely<ProvinceTables>, account: string): Promise<Giver> {
  const member = await trx.selectFrom('core.members').select('roles').where('account', '=', account).executeTakeFirst();
  const roles = await rolesOf(trx, member?.roles ?? []);
  return { grants: roles.flatMap(({ grants }) => grants), appoints: new Set(roles.flatMap(({ appoints }) => appoints)) };
}

/** Whether an account may do more than a citizen, by what its roles hold: also while it lacks a second factor to use them. */
export async function isStaff(db: Kysely<ProvinceTables>, account: string): Promise<boolean> {
  return (await giverOf(db, account)).grants.length > 0;
}

/** Roles are taken away first, by somebody who may: what staff did belongs to their office, and one administrator remains. @throws Problem 409 */
export async function refuseStaff(db: Kysely<ProvinceTables>, account: string): Promise<void> {
  if (!(await isStaff(db, account))) return;
  throw new Problem(
    409,
    'staff-account',
    { vi: 'Đây là tài khoản cán bộ.', en: 'This is an account of staff.' },
    { detail: { vi: 'Quản trị viên của tỉnh bỏ mọi vai trò của tài khoản trước, rồi mới xóa được.', en: 'An administrator of the province takes its roles away first; then it can be erased.' } },
  );
}

/** Holds it without a condition, or under the very same one. */
export function mayGrant(giver: Giver, { permission, when }: Grant): boolean {
  return giver.grants.some((held) => held.permission === permission && (held.when === undefined || isDeepStrictEqual(held.when, when)));
}

/** A role that one of theirs appoints, or of which they hold everything themselves. */
export function mayGive(giver: Giver, { id, grants, appoints }: GivenRole): boolean {
  return giver.appoints.has(id) || (grants.every((grant) => mayGrant(giver, grant)) && appoints.every((role) => giver.appoints.has(role)));
}

/** @throws Problem 422 for a role that is not there, 403 for one that this account may not give */
export async function refuseUnlessMayGive(trx: Kysely<ProvinceTables>, account: string, wanted: readonly string[]): Promise<void> {
  const roles = await rolesOf(trx, wanted);
  const unknown = wanted.find((id) => !roles.some((role) => role.id === id));
  if (unknown !== undefined) throw invalid('body.roles', { vi: `không có vai trò "${unknown}"`, en: `there is no role "${unknown}"` });
  const giver = await giverOf(trx, account);
  if (!roles.every((role) => mayGive(giver, role))) throw forbidden();
}

/** To be called at the end of a change of roles or members, in its transaction. @throws Problem 409 */
export async function refuseToLoseAdministrators(trx: Kysely<ProvinceTables>): Promise<void> {
  const members = await trx.selectFrom('core.members').select('roles').where('disabled_at', 'is', null).execute();
  const roles = await trx.selectFrom('core.roles').select(['id', 'grants']).execute();
  const holds = (ids: readonly string[], permission: string) =>
    roles.some(({ id, grants }) => ids.includes(id) && grants.some((grant) => grant.permission === permission && grant.when === undefined));
  if (members.some((member) => ['account:manage', 'role:manage'].every((permission) => holds(member.roles, permission)))) return;
  throw new Problem(409, 'last-administrator', {
    vi: 'Tỉnh phải còn ít nhất một người quản lý được tài khoản và vai trò.',
    en: 'At least one person must remain who can manage accounts and roles.',
  });
}

/** Changes of roles and members wait for each other: two administrators cannot take each other's rights at one moment. */
export async function oneAfterAnother(trx: Kysely<ProvinceTables>): Promise<void> {
  await trx.selectFrom('core.access_policy').select('only').forUpdate().execute();
}

export async function rolesOf(trx: Kysely<ProvinceTables>, ids: readonly string[]): Promise<GivenRole[]> {
  return ids.length === 0 ? [] : trx.selectFrom('core.roles').select(['id', 'grants', 'appoints']).where('id', 'in', ids).execute();
}

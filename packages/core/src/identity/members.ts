import { type Kysely, sql } from 'kysely';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { IdentityTables } from './identity-tables.ts';
import { giverOf, mayGive, rolesOf } from './handing-out.ts';
import { gone, type InvitationData, type Joining } from './invitations.ts';

/** Where somebody works, and as what. */
export interface MemberTerms {
  readonly roles: readonly string[];
  readonly agency: string | null;
  readonly communes: readonly string[];
}

/** Joins on an invitation's terms; what the account was before it stays. */
export const provinceJoining: Joining = { knownPassword: 'stays', join: joinProvince };

async function joinProvince(identity: Kysely<IdentityTables>, account: string, { terms, by }: InvitationData): Promise<void> {
  const { roles, agency, communes } = terms as MemberTerms;
  const trx = identity as unknown as Kysely<ProvinceTables>;
  // A role may have got more rights since, and whoever invited may have lost theirs.
  const [giver, given] = [await giverOf(trx, by), await rolesOf(trx, roles)];
  if (given.length < new Set(roles).size || !given.every((role) => mayGive(giver, role))) throw gone();
  await trx
    .insertInto('core.members')
    .values({ account, roles: [...roles], agency, communes: [...communes] })
    .onConflict((oc) =>
      oc.column('account').doUpdateSet({
        roles: sql`(select array_agg(distinct role) from unnest(members.roles || excluded.roles) as role)`,
        agency: sql`coalesce(excluded.agency, members.agency)`,
        communes: sql`(select coalesce(array_agg(distinct code), '{}') from unnest(members.communes || excluded.communes) as code)`,
      }),
    )
    .execute();
}

import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Auth } from './auth.ts';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}

/** Makes an account with a password, or answers the id of the one that has this address already. */
export async function createAccount(auth: Auth, { password, ...person }: NewAccount): Promise<string> {
  const { password: passwords } = await auth.$context;
  return addAccount(auth, person, () => passwords.hash(password));
}

/** As `createAccount`, for whoever has the hash of the password, or makes it only where there is no such account. */
export async function addAccount(auth: Auth, { email, name }: Omit<NewAccount, 'password'>, hash: () => Promise<string>): Promise<string> {
  const context = await auth.$context;
  const known = await context.internalAdapter.findUserByEmail(email, { includeAccounts: false });
  if (known) return known.user.id;
  const user = await context.internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' });
  await context.internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: await hash(),
  });
  return user.id;
}

/** Makes an account a member of the province: what they may do comes from the roles, and where from agency and communes. */
export async function setMember(
  { db }: ProvinceDatabase,
  member: { account: string; roles: readonly string[]; agency?: string | null; communes?: readonly string[] },
): Promise<void> {
  const values = { agency: member.agency ?? null, communes: [...(member.communes ?? [])], roles: [...member.roles] };
  await db
    .insertInto('core.members')
    .values({ account: member.account, ...values })
    .onConflict((oc) => oc.column('account').doUpdateSet(values))
    .execute();
}

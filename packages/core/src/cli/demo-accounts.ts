import type { OpenKernel } from '../create-kernel.ts';
import { createAccount, setMember } from '../identity/create-account.ts';
import { demoMembers, demoPassword } from '../identity/demo-people.ts';
import { nationalAuth } from '../identity/national-auth.ts';
import { hashOfKey } from '../identity/principals.ts';
import type { Province } from '../tenancy/registry.ts';

const keyScopes = ['report:read', 'report:accept', 'report:reject', 'report:assign', 'report:handle', 'report:close'];

/** The accounts and the API key that the demo announces; made again on every start, so that a visitor can rely on them. */
export async function addDemoAccounts(kernel: OpenKernel, province: Province): Promise<void> {
  await kernel.pools.use(province, async (database) => {
    const auth = kernel.principals.auth(province, database);
    for (const { name, title, roles, ...place } of demoMembers) {
      const account = await createAccount(auth, { email: `${name}@${province.id}.example`, name: title, password: demoPassword });
      await setMember(database, { account, roles, ...place });
    }
    await database.db
      .insertInto('core.api_keys')
      .values({ name: 'demo', hash: hashOfKey(`demo-${province.id}`), scopes: keyScopes })
      .onConflict((oc) => oc.column('hash').doNothing())
      .execute();
  });
}

export async function addNationalDemoAccounts(kernel: OpenKernel): Promise<void> {
  for (const [site, email, name] of [
    ['ministry', 'viewer@ministry.example', 'Chuyên viên bộ'],
    ['platform', 'operator@platform.example', 'Vận hành nền tảng'],
  ] as const) {
    const account = await createAccount(await nationalAuth(kernel, site, false), { email, name, password: demoPassword });
    await kernel.registry.db
      .insertInto('registry.national_members')
      .values({ account, site })
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}

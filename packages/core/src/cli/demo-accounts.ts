import type { OpenKernel } from '../create-kernel.ts';
import { schemaOf } from '../database/migrate.ts';
import { createAccount, setMember } from '../identity/create-account.ts';
import { demoMembers, demoPassword } from '../identity/demo-people.ts';
import { nationalAccounts } from '../identity/national-accounts.ts';
import { hashOfKey } from '../identity/principals.ts';
import type { Province } from '../tenancy/registry.ts';

const keyScopes = ['report:read', 'report:accept', 'report:reject', 'report:assign', 'report:handle', 'report:close', 'open311:write'];

/** The accounts and the API key that the demo announces; made again on every start, so that a visitor can rely on them. */
export async function addDemoAccounts(kernel: OpenKernel, province: Province): Promise<void> {
  // The website of a commune, of another origin, stands beside the demo.
  const port = Number(new URL(kernel.urlOf('localhost')).port || 80) + 1;
  const communeWebsites = ['localhost', '127.0.0.1'].map((host) => `http://${host}:${port}`);
  await kernel.pools.use(province, async (database) => {
    const auth = await kernel.principals.auth(province, database);
    const committee = await database.db.selectFrom('core.agencies').select(['id', 'commune']).where('kind', '=', 'commune').orderBy('commune').limit(1).executeTakeFirstOrThrow();
    for (const { name, title, roles, agency = null } of demoMembers) {
      const account = await createAccount(auth, { email: `${name}@${province.id}.example`, name: title, password: demoPassword });
      await setMember(database, agency === 'first-commune' ? { account, roles, agency: committee.id, communes: [committee.commune!] } : { account, roles, agency });
    }
    await database.db
      .insertInto('core.embed_keys')
      .values({ key: `pk_demo_${schemaOf(province.id)}`, name: 'demo', origins: communeWebsites })
      .onConflict((oc) => oc.column('key').doUpdateSet({ origins: communeWebsites }))
      .execute();
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
    const accounts = await nationalAccounts(kernel, site, false);
    const account = await createAccount(await accounts.auth(), { email, name, password: demoPassword });
    await kernel.registry.db
      .insertInto('registry.national_members')
      .values({ account, site, second_factor: false })
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
}

import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { createAccount, setMember } from '../identity/create-account.ts';
import { system } from '../identity/principal.ts';
import { provinceAccounts } from '../identity/province-accounts.ts';
import { withKernel } from './deployment.ts';
import { provinceOf } from './tenant.ts';

export function accountCommands(program: Command): void {
  program
    .command('account')
    .description('Tài khoản / accounts')
    .command('create <province> <email>')
    .description('Tạo tài khoản với mật khẩu ngẫu nhiên, in ra một lần / with a random password, printed once')
    .requiredOption('--role <role...>', 'vai trò / roles')
    .option('--name <name>', 'họ tên / full name')
    .option('--agency <agency>', 'đơn vị / agency')
    .option('--commune <code...>', 'xã, phường phụ trách / communes')
    .action(async (id: string, email: string, options: { role: string[]; name?: string; agency?: string; commune?: string[] }) =>
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, id);
        const password = randomBytes(12).toString('base64url');
        await kernel.pools.use(province, async (database) => {
          const account = await createAccount(await kernel.principals.auth(province, database), { email, name: options.name ?? email, password });
          await setMember(database, { account, roles: options.role, agency: options.agency ?? null, communes: options.commune ?? [] });
          await kernel.organisations.load(province, database);
          const accounts = provinceAccounts(kernel, province, database);
          await accounts.change(system.actor, async (_trx, record) => record('account.joined', account, { account, invitation: null }));
        });
        console.log(`${email}  ${password}`);
      }),
    );
}

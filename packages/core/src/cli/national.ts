import type { Command } from 'commander';
import { invitationLink } from '../http/national-endpoints.ts';
import { nationalAccounts, type NationalSiteName } from '../identity/national-accounts.ts';
import { inviteNational, listNational } from '../identity/national-members.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { printTable } from './print.ts';

/** The first people of the ministry and of the platform; they invite the others themselves. */
export function nationalCommands(program: Command): void {
  const national = program.command('national').description('Người dùng cấp quốc gia / members of the national sites');

  national
    .command('invite <site> <email>')
    .description('Mời vào ministry hoặc platform; in liên kết một lần / invite to ministry or platform, prints the link once')
    .option('--name <name>', 'họ tên / full name')
    .action(async (site: string, email: string, options: { name?: string }) =>
      withKernel(async (kernel, { settings }) => {
        const accounts = await nationalAccounts(kernel, siteOf(site), settings.secure);
        const { token } = await inviteNational(accounts, operator(), { email, name: options.name ?? email });
        console.log(`${email}  ${invitationLink(kernel, accounts.name, token)}`);
        console.log('Liên kết dùng một lần, trong 7 ngày; lần đầu vào phải bật xác thực bước hai / works once, for 7 days; a second factor is set up on first coming in');
      }),
    );

  national
    .command('members <site>')
    .description('Danh sách / list')
    .option('--json', 'cho chương trình đọc / for programs')
    .action(async (site: string, { json }: { json?: boolean }) =>
      withKernel(async (kernel, { settings }) => {
        const members = await listNational(await nationalAccounts(kernel, siteOf(site), settings.secure));
        if (json) console.log(JSON.stringify(members, null, 2));
        else printTable(['tài khoản', 'e-mail', 'tên', 'bước hai', 'khóa'], members.map(({ account, email, name, secondFactor, disabled }) => [account, email, name, secondFactor ? '✓' : '–', disabled ? '✓' : '–']));
      }),
    );
}

function siteOf(name: string): NationalSiteName {
  if (name === 'ministry' || name === 'platform') return name;
  throw new Error(`Không có trang "${name}" / no such site. Có / there are: ministry, platform`);
}

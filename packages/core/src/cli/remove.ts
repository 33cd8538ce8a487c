import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { nationalAccounts } from '../identity/national-accounts.ts';
import { showSecondFactor } from '../identity/second-factor.ts';
import { endSession } from '../identity/sessions.ts';
import { signInWithPassword } from '../identity/sign-in.ts';
import { enrolmentRequired } from '../http/guard.ts';
import { finishRemoval } from '../tenancy/finish-removal.ts';
import { confirmRemoval, removalOf, requestRemoval, usualWaitDays, withdrawRemoval } from '../tenancy/removal.ts';
import { askSecret } from './ask-secret.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { provinceOf } from './tenant.ts';

interface RemoveOptions {
  readonly operator?: string;
  readonly reason?: string;
  readonly after: string;
  readonly withoutExport?: string;
  readonly confirm?: boolean;
  readonly withdraw?: boolean;
  readonly finish?: boolean;
}

/** Two operators of the platform, each with their own password and second factor, and a waiting time. */
export function removeCommand(tenant: Command): void {
  tenant
    .command('remove <province>')
    .description('Xóa tỉnh, bởi hai người: yêu cầu, --confirm, chờ, --finish / remove a province, by two persons')
    .option('--operator <email>', 'tài khoản vận hành của bạn / your account at the platform site')
    .option('--reason <words>', 'lý do / why')
    .option('--after <days>', 'số ngày chờ sau khi xác nhận / days to wait after the confirmation', String(usualWaitDays))
    .option('--without-export <words>', 'vì sao không cần bản xuất / why no export is needed')
    .option('--confirm', 'xác nhận, bởi người thứ hai; tỉnh đóng ngay / confirm, as the second person; the province is closed at once')
    .option('--withdraw', 'rút lại / withdraw it')
    .option('--finish', 'xóa hẳn khi đã đến hạn / remove it for good once it is due')
    .addHelpText('after', '\nOPERATOR_PASSWORD, OPERATOR_CODE hoặc gõ khi được hỏi / or typed when asked')
    .action(async (id: string, options: RemoveOptions) =>
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, id);
        if (options.finish) {
          await finishRemoval(kernel, province, operator());
          console.log(`${id}: đã xóa / removed`);
          return;
        }
        if (options.operator === undefined) {
          await show(kernel, id);
          return;
        }
        const by = await asOperator(kernel, options.operator);
        if (options.confirm) await confirmRemoval(kernel, province, by);
        else if (options.withdraw) await withdrawRemoval(kernel, province, by);
        else await requestRemoval(kernel, province, { by, reason: wordsOf(options.reason), waitDays: daysOf(options.after), withoutExport: options.withoutExport && wordsOf(options.withoutExport) });
        await show(kernel, id);
      }),
    );
}

/** The account, proven by all that the platform site asks for; the session ends with it. */
async function asOperator(kernel: OpenKernel, email: string): Promise<string> {
  const site = await nationalAccounts(kernel, 'platform', false);
  const password = await askSecret('OPERATOR_PASSWORD', 'Mật khẩu / password');
  const { principal } = await signInWithPassword(site, { email, password }, 'cli', new Headers());
  const session = principal.session!;
  if (principal.lacks === 'enrolment') throw enrolmentRequired();
  if (principal.lacks === 'second-factor') await showSecondFactor(site, session, await askSecret('OPERATOR_CODE', 'Mã bước hai / code of the second factor'));
  await endSession(site, session, session.id);
  return session.account;
}

async function show(kernel: OpenKernel, id: string): Promise<void> {
  const removal = await removalOf(kernel, id);
  if (removal === undefined) {
    console.log(`${id}: không có yêu cầu xóa / no removal is requested`);
    return;
  }
  console.log(`${id}: ${removal.reason}`);
  console.log(`  yêu cầu / requested   ${removal.requested_by}  ${removal.requested_at.toISOString()}`);
  console.log(`  xác nhận / confirmed  ${removal.confirmed_by ?? '–'}  ${removal.confirmed_at?.toISOString() ?? ''}`);
  console.log(`  đến hạn / due         ${removal.due_at?.toISOString() ?? `${removal.wait_days} ngày sau khi xác nhận / days after the confirmation`}`);
  console.log(`  bản xuất / export     ${removal.without_export === null ? 'cần / needed' : `không cần / not needed: ${removal.without_export}`}`);
}

function wordsOf(text: string | undefined): string {
  if (text === undefined || text.trim().length < 10) throw new Error('Cần nêu lý do, ít nhất 10 ký tự / a reason of 10 characters at least is needed: --reason');
  return text.trim();
}

function daysOf(text: string): number {
  if (!/^\d{1,3}$/.test(text) || Number(text) > 365) throw new Error('--after: 0–365');
  return Number(text);
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { partsOf } from '../files/stored-parts.ts';
import { eraseAccount } from '../personal-data/erase-account.ts';
import { exportAccount } from '../personal-data/export-account.ts';
import { type Register, personalDataRegister } from '../personal-data/register.ts';
import { replayErasures } from '../personal-data/replay-erasures.ts';
import { recordAct } from '../tenancy/acts.ts';
import type { Province } from '../tenancy/registry.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { printTable } from './print.ts';
import { provinceOf } from './tenant.ts';

export function privacyCommands(program: Command): void {
  const privacy = program.command('privacy').description('Dữ liệu cá nhân / personal data');

  privacy
    .command('register <province>')
    .description('Sổ dữ liệu cá nhân, từ khai báo của các phân hệ / the register, from what the modules declare')
    .option('--json', 'dạng JSON / as JSON')
    .action(async (id: string, { json }: { json?: boolean }) =>
      withKernel(async (kernel) => {
        const register = await personalDataRegister(kernel, provinceOf(kernel, id));
        if (json) console.log(JSON.stringify(register, null, 2));
        else print(register);
      }),
    );

  privacy
    .command('export <province> <folder>')
    .description('Mọi dữ liệu về một tài khoản, kèm tệp / everything about an account, with its files')
    .requiredOption('--account <e-mail or id>', 'tài khoản / the account')
    .action(async (id: string, folder: string, { account }: { account: string }) =>
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, id);
        const { files, ...all } = await exportAccount(kernel, province, await accountOf(kernel, province, account));
        await recordAct(kernel.registry.db, { type: 'account.exported', actor: operator(), province: id, data: { account: all.account } });
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const kept = files.map(({ module, id: file, mediaType }) => ({ module, file: `${file}.${mediaType.split('/')[1]}` }));
        await writeFile(join(folder, 'account.json'), `${JSON.stringify({ ...all, files: kept }, null, 2)}\n`, { mode: 0o600 });
        for (const [i, { id, mediaType }] of files.entries()) {
          const bytes = await kernel.files.openPart(province.id, { id, part: partsOf(mediaType)[0]! });
          if (bytes !== undefined) await writeFile(join(folder, kept[i]!.file), bytes, { mode: 0o600 });
        }
        console.log(`${join(folder, 'account.json')}, ${files.length} tệp / files`);
      }),
    );

  privacy
    .command('erase <province>')
    .description('Xóa một tài khoản và mọi dữ liệu về người đó / erase an account and all that is held about it')
    .requiredOption('--account <e-mail or id>', 'tài khoản / the account')
    .requiredOption('--yes', 'không lấy lại được / it cannot be undone')
    .action(async (id: string, { account }: { account: string }) =>
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, id);
        const found = await accountOf(kernel, province, account);
        await eraseAccount(kernel, province, found);
        await recordAct(kernel.registry.db, { type: 'account.erased', actor: operator(), province: id, data: { account: found } });
        console.log('Đã xóa / erased');
      }),
    );

  privacy
    .command('replay <province>')
    .description('Sau khi phục hồi: xóa lại những tài khoản đã xóa sau bản sao lưu / after a restore: erase again who was erased since')
    .action(async (id: string) =>
      withKernel(async (kernel) => {
        const count = await replayErasures(kernel, provinceOf(kernel, id));
        console.log(`Đã xóa lại ${count} tài khoản / accounts erased again`);
      }),
    );
}

async function accountOf({ pools }: OpenKernel, province: Province, named: string): Promise<string> {
  const found = await pools.use(province, ({ db }) =>
    db
      .selectFrom('identity.user')
      .select('id')
      .where((eb) => eb.or([eb('id', '=', named), eb('email', '=', named.toLowerCase())]))
      .executeTakeFirst(),
  );
  if (found === undefined) throw new Error(`Không có tài khoản này ở ${province.id} / no such account`);
  return found.id;
}

function print({ entries, retention, none, unknown }: Register): void {
  printTable(
    ['phân hệ', 'dữ liệu', 'nhạy cảm', 'mục đích'],
    entries.map(({ module, field, sensitive, purpose }) => [module, field, sensitive ? 'có' : '', purpose.vi]),
  );
  console.log('\nThời hạn lưu / retention');
  for (const { module, text, rules } of retention) {
    console.log(`${module}: ${text.vi}`);
    for (const { title, keep, action } of rules) console.log(`  ${keep.padEnd(6)} ${action === 'erase' ? 'xóa' : 'ẩn danh'}: ${title.vi}`);
  }
  for (const { module, reason } of none) console.log(`${module}: không có dữ liệu cá nhân / none (${reason})`);
  for (const module of unknown) console.log(`${module}: chưa cài mã nên không rõ / not installed, not known`);
}

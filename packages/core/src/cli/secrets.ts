import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { nameOfKey } from '../secrets/envelope.ts';
import { masterKeySource, parse } from '../secrets/master-key.ts';
import { patienceMs, replaceLogin, retireLogin } from '../secrets/replace-login.ts';
import { rotateDataKey } from '../secrets/rotate-data-key.ts';
import { rotateMasterKey } from '../secrets/rotate-master-key.ts';
import type { Province } from '../tenancy/registry.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { provinceOf } from './tenant.ts';

// A node that missed the signal reads the registry every minute.
const everyNodeKnowsSeconds = 75;

export function secretsCommands(program: Command): void {
  const secrets = program.command('secrets').description('Khóa và mật khẩu / keys and credentials');

  secrets
    .command('rotate-master')
    .description('Thay khóa chính, hệ thống vẫn chạy; bị ngắt thì chạy lại / replace the master key under a running system; run again if broken off')
    .requiredOption('--new-key-file <file>', '64 chữ số hex: openssl rand -hex 32')
    .action(async ({ newKeyFile }: { newKeyFile: string }) =>
      withKernel(async ({ registry }, { settings }) => {
        const [newest, ...more] = parse(await readFile(newKeyFile, 'utf8'), newKeyFile);
        if (more.length > 0) throw new Error(`${newKeyFile} phải có đúng một khóa / must hold one key`);
        const source = masterKeySource({ file: settings.masterKeyFile, text: settings.masterKey, command: settings.masterKeyCommand, dataDir: settings.dataDir });
        const count = await rotateMasterKey(registry, source, newest!, operator());
        console.log(`Đã niêm phong lại ${count} giá trị bằng khóa ${nameOfKey(newest!)} / values sealed anew`);
        console.log(
          source.file === undefined
            ? `Nay có thể bỏ khóa cũ khỏi ${source.name} / the old key may now go from it`
            : `${source.file} nay chỉ còn khóa mới; giữ khóa cũ cùng các bản sao lưu trước hôm nay / holds the new key alone; keep the old one with the backups made before today`,
        );
      }),
    );

  secrets
    .command('rotate-province [province]')
    .description('Khóa dữ liệu mới cho một tỉnh, hoặc mọi tỉnh (--all) / a new data key for a province, or all')
    .option('--all', 'mọi tỉnh / every province')
    .action(async (id: string | undefined, options: { all?: boolean }) =>
      withKernel(async (kernel) => {
        for (const province of chosen(kernel, id, options)) {
          const { version, values } = await rotateDataKey(kernel, province, operator());
          console.log(`${province.id}: khóa thứ ${version}, ${values} giá trị niêm phong lại / key ${version}, ${values} values sealed anew`);
        }
      }),
    );

  secrets
    .command('rotate-credentials [province]')
    .description('Đổi tài khoản cơ sở dữ liệu của một tỉnh, hoặc mọi tỉnh (--all) / a new database login for a province, or all')
    .option('--all', 'mọi tỉnh / every province')
    .option('--wait <seconds>', 'chờ các máy khác biết trước khi bỏ tài khoản cũ / before the old login goes', Number, everyNodeKnowsSeconds)
    .action(async (id: string | undefined, options: { all?: boolean; wait: number }) =>
      withKernel(async (kernel) => {
        const former = [];
        for (const province of chosen(kernel, id, options)) former.push(await replaceLogin(kernel, province, operator()));
        console.log(`Đã đổi; chờ ${options.wait} giây rồi bỏ tài khoản cũ / replaced; the former logins go in ${options.wait} s`);
        await new Promise((resolve) => setTimeout(resolve, options.wait * 1_000));
        for (const home of former) {
          if (await retireLogin(kernel, home, patienceMs)) console.log(`${home.id}: xong / done`);
          else {
            console.error(`${home.id}: ${home.loginRole} còn kết nối, chạy lại lệnh sau / still has connections, run this again later`);
            process.exitCode = 1;
          }
        }
      }),
    );
}

function chosen(kernel: OpenKernel, id: string | undefined, { all }: { all?: boolean }): readonly Province[] {
  if ((id === undefined) !== (all === true)) throw new Error('Nêu một tỉnh, hoặc --all / name a province, or --all');
  return id === undefined ? kernel.registry.provinces() : [provinceOf(kernel, id)];
}

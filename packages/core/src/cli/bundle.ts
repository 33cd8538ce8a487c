import type { Command } from 'commander';
import { openBundle } from '../bundles/bundle-reader.ts';
import { deploymentKeys } from '../bundles/deployment-keys.ts';
import { exportProvince } from '../bundles/export-province.ts';
import { restoreInPlace } from '../bundles/restore-in-place.ts';
import { restoreProvince } from '../bundles/restore-province.ts';
import { askSecret } from './ask-secret.ts';
import { behindOthers } from './behind-others.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { provinceOf } from './tenant.ts';

const leastPassphrase = 12;

/** Taking a province out of a deployment, and bringing it into one. */
export function bundleCommands(tenant: Command): void {
  tenant
    .command('export <province> <target>')
    .description('Xuất toàn bộ dữ liệu của tỉnh ra thư mục hay tệp .tar; tỉnh vẫn phục vụ / everything of a province to a folder or a .tar file, while it serves')
    .addHelpText('after', '\nMật khẩu của gói: BUNDLE_PASSPHRASE, hoặc gõ khi được hỏi / the passphrase: BUNDLE_PASSPHRASE, or typed when asked')
    .action(async (id: string, target: string) =>
      withKernel(async (kernel) => {
        behindOthers();
        const province = provinceOf(kernel, id);
        const started = performance.now();
        const { manifest, sha256 } = await exportProvince(kernel, province, { target, kind: { export: { passphrase: await newPassphrase() } }, actor: operator() });
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
        const { stored, bytes, missing } = manifest.files;
        console.log(`${target}  ${seconds(started)}`);
        console.log(`  ${manifest.tables.length} bảng / tables, ${rows} dòng / rows, ${stored} ảnh / pictures (${(bytes / 1e6).toFixed(1)} MB)`);
        if (missing > 0) console.log(`  ${missing} ảnh không còn trong kho / pictures are gone from the store: tinhthong files verify ${id}`);
        console.log(`  manifest SHA-256 ${sha256}`);
        console.log('  Không có trong gói / not in it: phiên đăng nhập, mã một lần / sessions, one-time codes.');
      }),
    );

  tenant
    .command('restore <bundle>')
    .description('Dựng lại tỉnh từ một gói; ở trạng thái tạm ngừng cho đến khi resume / make a province from a bundle; suspended until resumed')
    .option('--as <id>', 'dưới tên khác / under another name')
    .option('--in-place-of <id>', 'thay dữ liệu hiện có của tỉnh đang tạm ngừng / in the place of what a suspended province holds')
    .option('--host <host...>', 'tên miền / hosts')
    .option('--server <server>', 'máy chủ PostgreSQL / the PostgreSQL server it lives on')
    .option('--sha256 <hash>', 'của manifest, do nơi tạo gói cho biết; cho gói từ hệ thống khác / of the manifest, as its maker says; for a bundle of another deployment')
    .action(async (path: string, { inPlaceOf, host, ...options }: { as?: string; inPlaceOf?: string; host?: string[]; server?: string; sha256?: string }) =>
      withKernel(async (kernel) => {
        const started = performance.now();
        const bundle = await openBundle(path, deploymentKeys(kernel, () => askSecret('BUNDLE_PASSPHRASE', 'Mật khẩu của gói / passphrase of the bundle')));
        const given = { bundle, actor: operator(), ...options, ...(host !== undefined && { hosts: host }) };
        const inPlace = inPlaceOf === undefined ? undefined : await restoreInPlace(kernel, provinceOf(kernel, inPlaceOf), given);
        const province = inPlace?.restored ?? (await restoreProvince(kernel, given));
        console.log(`${province.id}: ${province.state}  ${seconds(started)}`);
        if (inPlace !== undefined) console.log(`  Dữ liệu trước đó / what was there before: ${inPlace.before}`);
        if (province.id !== bundle.manifest.province?.id) {
          console.log('  Khóa API và khóa nhúng của bản gốc bị thu hồi, webhook và kênh thông báo bị tắt / API and embed keys of the original are revoked, webhooks and channels are off.');
        }
        console.log(`  Mở phục vụ / to let it serve: tinhthong tenant resume ${province.id}`);
      }),
    );
}

async function newPassphrase(): Promise<string> {
  const passphrase = await askSecret('BUNDLE_PASSPHRASE', 'Mật khẩu mới của gói / a new passphrase for the bundle');
  if (passphrase.length < leastPassphrase) throw new Error(`Mật khẩu cần ít nhất ${leastPassphrase} ký tự / the passphrase needs ${leastPassphrase} characters at least`);
  if (process.stdin.isTTY && (await askSecret('BUNDLE_PASSPHRASE', 'Gõ lại / once more')) !== passphrase) throw new Error('Hai lần gõ khác nhau / the two differ');
  return passphrase;
}

const seconds = (started: number) => `(${((performance.now() - started) / 1_000).toFixed(1)} s)`;

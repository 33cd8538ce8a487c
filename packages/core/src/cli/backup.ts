import type { Command } from 'commander';
import { backUp } from '../bundles/backup.ts';
import { restoreControl } from '../bundles/control-bundle.ts';
import { drill } from '../bundles/drill.ts';
import { masterKeySource } from '../secrets/master-key.ts';
import { behindOthers } from './behind-others.ts';
import { openDeployment, withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { printTable } from './print.ts';
import { provinceOf } from './tenant.ts';

/** Nightly backups, and the proof that they can be restored. */
export function backupCommands(program: Command): void {
  const backup = program.command('backup').description('Sao lưu và diễn tập khôi phục / backups, and drills of restoring them');

  backup
    .command('make <folder>')
    .description('Sao lưu từng tỉnh (mã hóa) và cơ sở dữ liệu điều khiển / a sealed bundle of each province, and of the control database')
    .option('--province <province...>', 'chỉ những tỉnh này / these alone')
    .option('--keep <n>', 'giữ n bản mới nhất của mỗi tỉnh / keep the newest n of each')
    .option('--json', 'cho chương trình đọc / for programs')
    .action(async (folder: string, options: { province?: string[]; keep?: string; json?: boolean }) =>
      withKernel(async (kernel) => {
        behindOthers();
        const provinces = options.province?.map((id) => provinceOf(kernel, id)) ?? kernel.registry.provinces().filter(({ state }) => state !== 'creating');
        const outcomes = await backUp(kernel, folder, { provinces, actor: operator(), ...(options.keep !== undefined && { keep: atLeastOne(options.keep) }) });
        const rows = outcomes.map(({ province, target, made, error }) => ({
          province: province ?? 'control',
          target,
          rows: made?.manifest.tables.reduce((sum, table) => sum + table.rows, 0) ?? null,
          files: made?.manifest.files.stored ?? null,
          sha256: made?.sha256 ?? null,
          error,
        }));
        if (options.json) console.log(JSON.stringify(rows, null, 2));
        else {
          const cells = rows.map((row) => [row.province, row.target, String(row.rows ?? ''), String(row.files ?? ''), row.sha256 ?? row.error ?? '']);
          printTable(['tỉnh', 'nơi lưu', 'dòng', 'ảnh', 'manifest SHA-256'], cells);
        }
        if (outcomes.some(({ error }) => error !== null)) process.exitCode = 1;
      }),
    );

  backup
    .command('drill <folder>')
    .description('Khôi phục thử bản mới nhất, so từng dòng và tệp, rồi gỡ đi / restore the newest on trial, compare every row and file, take it down')
    .option('--province <province...>', 'mặc định: mọi tỉnh / default: every province')
    .action(async (folder: string, options: { province?: string[] }) =>
      withKernel(async (kernel) => {
        behindOthers();
        const provinces = options.province?.map((id) => provinceOf(kernel, id)) ?? kernel.registry.provinces().filter(({ state }) => state !== 'creating');
        for (const province of provinces) {
          const report = await drill(kernel, folder, province, operator()).catch((error: Error) => error);
          if (report instanceof Error) {
            console.log(`✗ ${province.id}  ${report.message}`);
            process.exitCode = 1;
          } else {
            const { bundle, rows, files, events, anchors, seconds } = report;
            console.log(`✓ ${province.id}  ${bundle}: ${rows} dòng / rows, ${files} ảnh / pictures, ${events} sự kiện trong chuỗi / chained events, ${anchors} mốc / anchors (${seconds.toFixed(1)} s)`);
          }
        }
      }),
    );

  backup
    .command('restore-control <bundle>')
    .description('Dựng lại cơ sở dữ liệu điều khiển trong DATABASE_URL trống / restore the control database into an empty one')
    .action(async (path: string) => {
      const deployment = await openDeployment({ logLevel: 'warn' });
      try {
        const { settings } = deployment;
        const source = masterKeySource({ file: settings.masterKeyFile, text: settings.masterKey, command: settings.masterKeyCommand, dataDir: settings.dataDir });
        await restoreControl(path, { url: settings.databaseUrl, masterKeys: await source.read() });
        console.log('Xong; tiếp theo / done; next: tinhthong tenant list, tinhthong tenant restore … --in-place-of');
      } finally {
        await deployment.close();
      }
    });
}

function atLeastOne(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error('--keep: 1–9999');
  return Number(text);
}

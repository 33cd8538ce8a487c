import { Command } from 'commander';
import { Problem } from '../plugin/problem.ts';
import { migrateProvinces } from '../tenancy/migrate-provinces.ts';
import { coreVersion } from '../modules/plugin-list.ts';
import { accountCommands } from './account.ts';
import { demo } from './demo.ts';
import { withKernel } from './deployment.ts';
import { generateCommand } from './generate.ts';
import { moduleCommands } from './module.ts';
import { pluginCommand } from './plugin-command.ts';
import { printTable } from './print.ts';
import { start } from './start.ts';
import { tenantCommands } from './tenant.ts';

const program = new Command('tinhthong').description('Tinh Thông: khung dịch vụ đô thị thông minh cấp tỉnh').version(coreVersion);

program
  .command('demo')
  .description('Chạy thử hai tỉnh với dữ liệu mẫu / two provinces with sample data')
  .option('--reset', 'xóa dữ liệu thử trước / start afresh')
  .action(demo);
program.command('start').description('Chạy thật / serve a real deployment').action(start);
program
  .command('migrate')
  .description('Cập nhật cơ sở dữ liệu của mọi tỉnh / bring every province up to date')
  .action(async () =>
    withKernel(async (kernel) => {
      const outcomes = await migrateProvinces(kernel);
      printTable(['tỉnh', 'lược đồ', 'phiên bản', 'lỗi'], outcomes.map(({ province, schema, version, error }) => [province, schema, version, error ?? '']));
      if (outcomes.some(({ error }) => error !== null)) process.exitCode = 1;
    }),
  );
tenantCommands(program);
moduleCommands(program);
accountCommands(program);
pluginCommand(program);
generateCommand(program);

program.parseAsync().catch((error: unknown) => {
  const { title, detail } = error instanceof Problem ? error : { title: undefined, detail: undefined };
  console.error(title === undefined ? String(error instanceof Error ? error.message : error) : [title.vi, title.en, detail?.vi].filter(Boolean).join('\n'));
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  process.exit(1);
});

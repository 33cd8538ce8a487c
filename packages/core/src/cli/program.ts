import { Command, Option } from 'commander';
import { coreVersion } from '../modules/plugin-list.ts';
import { accountCommands } from './account.ts';
import { nationalCommands } from './national.ts';
import { auditCommands } from './audit.ts';
import { backupCommands } from './backup.ts';
import { demo } from './demo.ts';
import { devCommand } from './dev.ts';
import { doctorCommand } from './doctor.ts';
import { filesCommands } from './files.ts';
import { generateCommand } from './generate.ts';
import { migrateCommand } from './migrate.ts';
import { moduleCommands } from './module.ts';
import { pluginCommands } from './plugin.ts';
import { pluginCommand } from './plugin-command.ts';
import { privacyCommands } from './privacy.ts';
import { secretsCommands } from './secrets.ts';
import { serverCommands } from './server.ts';
import { start } from './start.ts';
import { tenantCommands } from './tenant.ts';

const unsupervised = new Option('--unsupervised', 'không tự khởi động lại: đã có systemd, Kubernetes … / something else restarts it');

/** Every command, with what it says of itself. */
export function createProgram(): Command {
  const program = new Command('tinhthong').description('Tinh Thông: khung dịch vụ đô thị thông minh cấp tỉnh').version(coreVersion);
  program
    .command('demo')
    .description('Chạy thử hai tỉnh với dữ liệu mẫu / two provinces with sample data')
    .option('--reset', 'xóa dữ liệu thử trước / start afresh')
    .addOption(unsupervised)
    .action(demo);
  program
    .command('start')
    .description('Chạy thật / serve a real deployment')
    .addOption(new Option('--role <role>', 'phục vụ, làm việc nền, hay cả hai / serve, work, or both').choices(['api', 'worker', 'all']).default('all'))
    .option('--safe-mode', 'không nạp phân hệ của bên thứ ba / without the plugins of third parties')
    .addOption(unsupervised)
    .action(start);
  migrateCommand(program);
  serverCommands(program);
  doctorCommand(program);
  tenantCommands(program);
  moduleCommands(program);
  accountCommands(program);
  nationalCommands(program);
  auditCommands(program);
  secretsCommands(program);
  privacyCommands(program);
  backupCommands(program);
  filesCommands(program);
  pluginCommand(program);
  pluginCommands(program);
  devCommand(program);
  generateCommand(program);
  return program;
}

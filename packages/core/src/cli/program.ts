import { Command, Option } from 'commander';
import { coreVersion } from '../modules/plugin-list.ts';
import type { StartOptions } from './start.ts';

type Register = (program: Command) => void;

/** In the order of `--help`. One runs without what the others need: loading all of the core takes longer than most of them. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  server: async () => (await import('./server.ts')).serverCommands,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  tenant: async () => (await import('./tenant.ts')).tenantCommands,
  module: async () => (await import('./module.ts')).moduleCommands,
  account: async () => (await import('./account.ts')).accountCommands,
  national: async () => (await import('./national.ts')).nationalCommands,
  audit: async () => (await import('./audit.ts')).auditCommands,
  secrets: async () => (await import('./secrets.ts')).secretsCommands,
  privacy: async () => (await import('./privacy.ts')).privacyCommands,
  backup: async () => (await import('./backup.ts')).backupCommands,
  files: async () => (await import('./files.ts')).filesCommands,
  run: async () => (await import('./plugin-command.ts')).pluginCommand,
  plugin: async () => (await import('./plugin.ts')).pluginCommands,
  dev: async () => (await import('./dev.ts')).devCommand,
  generate: async () => (await import('./generate.ts')).generateCommand,
};

const unsupervised = new Option('--unsupervised', 'không tự khởi động lại: đã có systemd, Kubernetes … / something else restarts it');

/** The command that was asked for by its first word; all of them, with what they say of themselves, where that is none. */
export async function createProgram(asked?: string): Promise<Command> {
  const program = new Command('tinhthong').description('Tinh Thông: khung dịch vụ đô thị thông minh cấp tỉnh').version(coreVersion);
  program
    .command('demo')
    .description('Chạy thử hai tỉnh với dữ liệu mẫu / two provinces with sample data')
    .option('--reset', 'xóa dữ liệu thử trước / start afresh')
    .addOption(unsupervised)
    .action(async (options: { reset?: boolean }) => (await import('./demo.ts')).demo(options));
  program
    .command('start')
    .description('Chạy thật / serve a real deployment')
    .addOption(new Option('--role <role>', 'phục vụ, làm việc nền, hay cả hai / serve, work, or both').choices(['api', 'worker', 'all']).default('all'))
    .option('--safe-mode', 'không nạp phân hệ của bên thứ ba / without the plugins of third parties')
    .addOption(unsupervised)
    .action(async (options: StartOptions) => (await import('./start.ts')).start(options));
  if (asked === 'demo' || asked === 'start') return program;
  const wanted = asked !== undefined && Object.hasOwn(commands, asked) ? [commands[asked]!] : Object.values(commands);
  for (const register of await Promise.all(wanted.map((load) => load()))) register(program);
  return program;
}

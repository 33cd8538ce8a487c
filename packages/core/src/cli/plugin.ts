import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { newPlugin } from '../kit/new-plugin.ts';
import { packPackage } from '../kit/pack-package.ts';
import { pluginCheckCommand } from './plugin-check.ts';
import { pluginPackageCommands } from './plugin-packages.ts';

/** `tinhthong plugin …`: what a vendor does with a module, and an operator with a vendor's. */
export function pluginCommands(program: Command): void {
  const plugin = program.command('plugin').description('Viết và đóng gói phân hệ / write and pack modules');

  plugin
    .command('new <name>')
    .description('Tạo phân hệ mới từ khung mẫu: my-module, hoặc @congty/my-module / a new module from the scaffold')
    .option('--title <vi>', 'tên tiếng Việt / title in Vietnamese')
    .option('--title-en <en>', 'tên tiếng Anh / title in English')
    .action(async (name: string, { title, titleEn }: { title?: string; titleEn?: string }) => {
      const made = await newPlugin(name, { title, titleEn });
      console.log(`✓ ${relative(process.cwd(), made.folder)}`);
      console.log(made.next);
    });

  pluginCheckCommand(plugin);
  pluginPackageCommands(plugin);

  plugin
    .command('pack [folders...]')
    .description('Đóng gói thành tệp .tgz để giao cho tỉnh / make the tarballs that a province installs')
    .option('--out <folder>', 'thư mục ghi kết quả / where to', 'dist')
    .action(async (folders: string[], { out }: { out: string }) => {
      for (const folder of folders.length === 0 ? ['.'] : folders) console.log(`✓ ${relative(process.cwd(), await packPackage(resolve(folder), resolve(out)))}`);
    });
}

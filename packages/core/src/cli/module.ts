import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { setModuleSettings, switchModule } from '../modules/switch-module.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { templateFolder } from '../tenancy/onboard.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { withKernel } from './deployment.ts';
import { provinceOf } from './tenant.ts';

export function moduleCommands(program: Command): void {
  const module = program.command('module').description('Phân hệ của một tỉnh / modules of a province');

  module
    .command('enable <province> <module>')
    .description('Bật phân hệ / switch a module on')
    .option('--template <name>', 'lấy dữ liệu ban đầu của phân hệ từ một mẫu tỉnh / first content from a province template')
    .action(async (id: string, moduleId: string, { template }: { template?: string }) =>
      withKernel(async (kernel, { config }) => {
        const content = template === undefined ? undefined : (await loadTemplate(templateFolder(config.templates, template))).modules[moduleId];
        await switchModule(kernel, provinceOf(kernel, id), pluginOf(kernel, moduleId), 'on', content && { settings: content.settings, content: content.template });
        print(kernel, id, moduleId);
      }),
    );

  module
    .command('disable <province> <module>')
    .description('Tắt phân hệ; dữ liệu được giữ / switch a module off; its data stays')
    .action(async (id: string, moduleId: string) =>
      withKernel(async (kernel) => {
        await switchModule(kernel, provinceOf(kernel, id), pluginOf(kernel, moduleId), 'off');
        print(kernel, id, moduleId);
      }),
    );

  module
    .command('settings <province> <module> [json]')
    .description('Xem hoặc đặt cài đặt / show or set settings')
    .action(async (id: string, moduleId: string, json: string | undefined) =>
      withKernel(async (kernel) => {
        if (json !== undefined) await setModuleSettings(kernel, provinceOf(kernel, id), pluginOf(kernel, moduleId), JSON.parse(json));
        console.log(JSON.stringify(provinceOf(kernel, id).modules.get(moduleId)?.settings ?? {}, null, 2));
      }),
    );
}

function pluginOf(kernel: OpenKernel, id: string): Plugin {
  const plugin = kernel.plugins.get(id);
  if (plugin === undefined) throw new Error(`Không có phân hệ "${id}" / no such module. Hiện có: ${kernel.plugins.all.map((one) => one.id).join(', ')}`);
  return plugin;
}

function print(kernel: OpenKernel, id: string, moduleId: string): void {
  const row = provinceOf(kernel, id).modules.get(moduleId);
  console.log(`${id} ${moduleId}: ${row?.state ?? 'off'}`);
}

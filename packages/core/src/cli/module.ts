import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { grantSuggested, type Suggestion, suggestionsFor } from '../modules/suggested-grants.ts';
import { setModuleSettings, switchModule, switchOff } from '../modules/switch-module.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { templateFolder } from '../tenancy/onboard.ts';
import { recordAct } from '../tenancy/acts.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { provinceOf } from './tenant.ts';

export function moduleCommands(program: Command): void {
  const module = program.command('module').description('Phân hệ của một tỉnh / modules of a province');

  module
    .command('enable <province> <module>')
    .description('Bật phân hệ / switch a module on')
    .option('--template <name>', 'lấy dữ liệu ban đầu của phân hệ từ một mẫu tỉnh / first content from a province template')
    .option('--grant-suggested', 'cấp quyền của phân hệ cho các vai trò mà nó đề nghị / grant its permissions to the roles that it suggests')
    .action(async (id: string, moduleId: string, { template, grantSuggested: wanted = false }: { template?: string; grantSuggested?: boolean }) =>
      withKernel(async (kernel, { config }) => {
        const content = template === undefined ? undefined : (await loadTemplate(templateFolder(config.templates, template))).modules[moduleId];
        const plugin = pluginOf(kernel, moduleId);
        const province = await switchModule(kernel, provinceOf(kernel, id), plugin, 'on', content && { settings: content.settings, content: content.template });
        await recordAct(kernel.registry.db, { type: 'module.switched', actor: operator(), province: id, data: { module: moduleId, state: 'on' } });
        print(kernel, id, moduleId);
        if (wanted) printGrants('Đã cấp / granted:', await grantSuggested(kernel, province, plugin));
        else printGrants(`Phân hệ đề nghị cấp, quản trị viên của tỉnh quyết định / it suggests, the province decides (PUT /api/core/roles/{id}, --grant-suggested):`, await suggestionsFor(kernel, province, plugin));
      }),
    );

  module
    .command('disable <province> <module>')
    .description('Tắt phân hệ; dữ liệu được giữ / switch a module off; its data stays')
    .action(async (id: string, moduleId: string) =>
      // In safe mode: whatever importing a module does must not keep an operator from switching it off.
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, id);
        const row = province.modules.get(moduleId);
        await switchOff(kernel, province, kernel.plugins.get(moduleId) ?? (row && { id: moduleId, version: row.version }) ?? pluginOf(kernel, moduleId));
        await recordAct(kernel.registry.db, { type: 'module.switched', actor: operator(), province: id, data: { module: moduleId, state: 'off' } });
        print(kernel, id, moduleId);
      }, { safeMode: true }),
    );

  module
    .command('settings <province> <module> [json]')
    .description('Xem hoặc đặt cài đặt / show or set settings')
    .action(async (id: string, moduleId: string, json: string | undefined) =>
      withKernel(async (kernel) => {
        if (json !== undefined) {
          await setModuleSettings(kernel, provinceOf(kernel, id), pluginOf(kernel, moduleId), JSON.parse(json));
          await recordAct(kernel.registry.db, { type: 'module.configured', actor: operator(), province: id, data: { module: moduleId } });
        }
        console.log(JSON.stringify(provinceOf(kernel, id).modules.get(moduleId)?.settings ?? {}, null, 2));
      }),
    );
}

function pluginOf(kernel: OpenKernel, id: string): Plugin {
  const plugin = kernel.plugins.get(id);
  if (plugin !== undefined) return plugin;
  const reason = kernel.plugins.unavailable.get(id) ?? `không có phân hệ này / no such module. Hiện có: ${kernel.plugins.all.map((one) => one.id).join(', ')}`;
  throw new Error(`"${id}": ${reason}`);
}

function printGrants(heading: string, suggestions: readonly Suggestion[]): void {
  if (suggestions.length === 0) return;
  console.log(heading);
  for (const { role, grants } of suggestions) {
    console.log(`  ${role}: ${grants.map(({ permission, when }) => (when === undefined ? permission : `${permission} ${JSON.stringify(when)}`)).join(', ')}`);
  }
}

function print(kernel: OpenKernel, id: string, moduleId: string): void {
  const row = provinceOf(kernel, id).modules.get(moduleId);
  console.log(`${id} ${moduleId}: ${row?.state ?? 'off'}${row?.reason == null ? '' : ` (${row.reason})`}`);
}

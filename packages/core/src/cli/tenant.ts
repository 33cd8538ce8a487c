import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { onboard, templateFolder } from '../tenancy/onboard.ts';
import type { ProvinceState } from '../tenancy/registry-tables.ts';
import type { Province } from '../tenancy/registry.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { withKernel } from './deployment.ts';
import { printTable } from './print.ts';

export function tenantCommands(program: Command): void {
  const tenant = program.command('tenant').description('Tỉnh: tạo, xem, tạm ngừng / provinces');

  tenant
    .command('create <template>')
    .description('Tạo tỉnh từ mẫu trong thư mục templates / create a province from a template')
    .option('--host <host...>', 'tên miền, thay cho tên miền trong mẫu / hosts instead of the template’s')
    .action(async (name: string, { host }: { host?: string[] }) =>
      withKernel(async (kernel, { config }) => {
        const started = performance.now();
        const template = await loadTemplate(templateFolder(config.templates, name));
        const province = await onboard(kernel, template, host === undefined ? {} : { hosts: host });
        show(province);
        console.log(`(${((performance.now() - started) / 1_000).toFixed(1)} s)`);
      }),
    );

  tenant
    .command('list')
    .description('Danh sách tỉnh / list provinces')
    .action(async () =>
      withKernel(async ({ registry }) =>
        printTable(
          ['id', 'mã', 'tên', 'trạng thái', 'tên miền', 'phân hệ'],
          registry.provinces().map(({ id, tenant, state, modules }) => [id, tenant.code, tenant.name.vi, state, tenant.hosts.join(' '), modulesOf(modules)]),
        ),
      ),
    );

  tenant
    .command('show <province>')
    .description('Một tỉnh / one province')
    .action(async (id: string) => withKernel(async (kernel) => show(provinceOf(kernel, id))));

  for (const [verb, state, about] of [
    ['suspend', 'suspended', 'Tạm ngừng dịch vụ của tỉnh / suspend a province'],
    ['resume', 'active', 'Mở lại dịch vụ của tỉnh / resume a province'],
  ] as const) {
    tenant
      .command(`${verb} <province>`)
      .description(about)
      .action(async (id: string) => withKernel(async (kernel) => setState(kernel, provinceOf(kernel, id), state)));
  }
}

export function provinceOf(kernel: OpenKernel, id: string): Province {
  const province = kernel.registry.byId(id);
  if (province === undefined) {
    const known = kernel.registry.provinces().map((one) => one.id).join(', ') || '–';
    throw new Error(`Không có tỉnh "${id}" / no such province. Hiện có: ${known}`);
  }
  return province;
}

async function setState(kernel: OpenKernel, province: Province, state: ProvinceState): Promise<void> {
  await kernel.registry.db.updateTable('registry.provinces').set({ state }).where('id', '=', province.id).execute();
  await kernel.registry.changed(province.id);
  show(provinceOf(kernel, province.id));
}

function show({ id, tenant, state, server, database, modules }: Province): void {
  const lines = { id, code: tenant.code, name: tenant.name.vi, state, hosts: tenant.hosts.join(' '), server, database, modules: modulesOf(modules) };
  for (const [name, value] of Object.entries(lines)) console.log(`${name.padEnd(10)} ${value}`);
}

function modulesOf(modules: Province['modules']): string {
  return [...modules.values()].map(({ plugin, version, state, reason }) => `${plugin}@${version} ${state}${reason === null ? '' : ` (${reason})`}`).join(', ') || '–';
}

import type { Command } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { onboard, templateFolder } from '../tenancy/onboard.ts';
import type { Province } from '../tenancy/registry.ts';
import { setProvinceState } from '../tenancy/set-province-state.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { withKernel } from './deployment.ts';
import { printTable } from './print.ts';
import { bundleCommands } from './bundle.ts';
import { operator } from './operator.ts';
import { removeCommand } from './remove.ts';
import { moveCommand } from './tenant-move.ts';
import { quotaCommands } from './tenant-quota.ts';

export function tenantCommands(program: Command): void {
  const tenant = program.command('tenant').description('Tỉnh: tạo, xem, tạm ngừng / provinces');

  tenant
    .command('create <template>')
    .description('Tạo tỉnh từ mẫu trong thư mục templates / create a province from a template')
    .option('--host <host...>', 'tên miền, thay cho tên miền trong mẫu / hosts instead of the template’s')
    .option('--server <server>', 'máy chủ PostgreSQL / the PostgreSQL server it lives on')
    .action(async (name: string, { host, server }: { host?: string[]; server?: string }) =>
      withKernel(async (kernel, { config }) => {
        const started = performance.now();
        const template = await loadTemplate(templateFolder(config.templates, name));
        const province = await onboard(kernel, template, { ...(host !== undefined && { hosts: host }), ...(server !== undefined && { server }) });
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
      .action(async (id: string) =>
        withKernel(async (kernel) => {
          await setProvinceState(kernel, provinceOf(kernel, id), state, operator());
          show(provinceOf(kernel, id));
        }),
      );
  }
  moveCommand(tenant);
  quotaCommands(tenant);
  bundleCommands(tenant);
  removeCommand(tenant);
}

export function provinceOf(kernel: OpenKernel, id: string): Province {
  const province = kernel.registry.byId(id);
  if (province === undefined) {
    const known = kernel.registry.provinces().map((one) => one.id).join(', ') || '–';
    throw new Error(`Không có tỉnh "${id}" / no such province. Hiện có: ${known}`);
  }
  return province;
}

function show({ id, tenant, state, server, database, modules }: Province): void {
  const lines = { id, code: tenant.code, name: tenant.name.vi, state, hosts: tenant.hosts.join(' '), server, database, modules: modulesOf(modules) };
  for (const [name, value] of Object.entries(lines)) console.log(`${name.padEnd(10)} ${value}`);
}

function modulesOf(modules: Province['modules']): string {
  return [...modules.values()].map(({ plugin, version, state, reason }) => `${plugin}@${version} ${state}${reason === null ? '' : ` (${reason})`}`).join(', ') || '–';
}

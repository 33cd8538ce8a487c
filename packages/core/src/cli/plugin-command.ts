import type { Command } from 'commander';
import { system } from '../identity/principal.ts';
import { createContext } from '../modules/create-context.ts';
import { withKernel } from './deployment.ts';
import { provinceOf } from './tenant.ts';

/** `tinhthong run <module> <command> <province> …`: what a plugin offers on the command line, in one province. */
export function pluginCommand(program: Command): void {
  program
    .command('run <module> <command> <province> [args...]')
    .description('Chạy lệnh của một phân hệ / run a command of a module')
    .action(async (moduleId: string, command: string, provinceId: string, args: string[]) =>
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, provinceId);
        const plugin = kernel.moduleOn(province, moduleId);
        if (plugin === undefined) throw new Error(`Phân hệ "${moduleId}" chưa bật ở "${provinceId}" / the module is not on in this province`);
        const work = plugin.commands?.[command];
        if (work === undefined) throw new Error(`"${moduleId}" không có lệnh "${command}" / no such command. Có: ${Object.keys(plugin.commands ?? {}).join(', ') || '–'}`);
        await kernel.pools.use(province, async (database) => {
          await kernel.organisations.load(province, database);
          await work(createContext({ kernel, province, plugin, database, principal: system }), args);
        });
      }),
    );
}

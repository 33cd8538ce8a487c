import type { Command } from 'commander';
import { cancelMove, finishMove, moveProvince } from '../tenancy/move/move-province.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { provinceOf } from './tenant.ts';

interface Options {
  readonly to?: string;
  readonly finish?: true;
  readonly cancel?: true;
}

/** `tinhthong tenant move`. */
export function moveCommand(tenant: Command): void {
  tenant
    .command('move <province>')
    .description('Chuyển tỉnh sang máy chủ khác; chạy lại nếu bị ngắt / move a province to another server; run it again if it was broken off')
    .option('--to <server>', 'máy chủ đến / the server it moves to')
    .option('--finish', 'xóa bản cũ còn giữ ở nơi đi / drop what is kept where it came from')
    .option('--cancel', 'bỏ lần chuyển dở dang / give up a move that was broken off')
    .action(async (id: string, { to, finish, cancel }: Options) =>
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, id);
        if (finish) return finishMove(kernel, province, operator());
        if (cancel) return cancelMove(kernel, province, operator());
        if (to === undefined) throw new Error('Cần --to <máy chủ> / a server is needed: --to <server>');
        const started = performance.now();
        const seconds = (from: number) => ((performance.now() - from) / 1_000).toFixed(1);
        const { pausedMs } = await moveProvince(kernel, province, to, { actor: operator(), onStep: (step) => console.log(`${seconds(started)} s  ${step}`) });
        console.log(`${id} → ${to}: ${seconds(started)} s, ghi tạm ngừng / writes waited ${(pausedMs / 1_000).toFixed(1)} s`);
        console.log(`Bản cũ đã khóa và còn giữ / the old database is closed and kept: tinhthong tenant move ${id} --finish`);
      }),
    );
}

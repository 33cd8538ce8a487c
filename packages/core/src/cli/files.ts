import type { Command } from 'commander';
import { comparePage, type Cursor } from '../files/compare-page.ts';
import { withKernel } from './deployment.ts';
import { provinceOf } from './tenant.ts';

export function filesCommands(program: Command): void {
  program
    .command('files')
    .description('Kho tệp / stored files')
    .command('verify <province>')
    .description('So kho tệp với cơ sở dữ liệu; không đổi gì / compare the store with the database; changes nothing')
    .option('--json', 'cho chương trình đọc / for programs')
    .action(async (id: string, { json }: { json?: boolean }) =>
      withKernel(async (kernel) => {
        const province = provinceOf(kernel, id);
        const found = { objects: 0, orphans: [] as string[], broken: [] as string[] };
        await kernel.pools.use(province, async ({ db }) => {
          for (let after: Cursor | undefined, done = false; !done; ) {
            const page = await comparePage(kernel.files, db, id, after);
            found.objects += page.objects;
            found.orphans.push(...page.orphans);
            found.broken.push(...page.broken);
            after = page.next;
            done = page.next === undefined;
          }
        });
        if (json) console.log(JSON.stringify(found, null, 2));
        else {
          console.log(`${id}: ${found.objects} đối tượng / objects, ${found.orphans.length} thừa / without a row, ${found.broken.length} mất hoặc thiếu / lost or incomplete`);
          for (const path of found.orphans) console.log(`  + ${path}`);
          for (const file of found.broken) console.log(`  − ${file}`);
        }
        if (found.broken.length > 0) process.exitCode = 1;
      }),
    );
}

import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Anchor, readAnchors } from '../audit/anchor-places.ts';
import { anchorChain, auditChain, withEventChain } from '../audit/audit-chains.ts';
import { actChain, type Chain } from '../audit/chains.ts';
import type { Head, Verdict } from '../audit/verify-chain.ts';
import type { OpenKernel } from '../create-kernel.ts';
import { withKernel } from './deployment.ts';
import { printTable } from './print.ts';
import { provinceOf } from './tenant.ts';

interface VerifyOptions {
  readonly anchor?: string;
  readonly after?: string;
  readonly json?: boolean;
}

export function auditCommands(program: Command): void {
  const audit = program.command('audit').description('Nhật ký kiểm toán / audit log');

  audit
    .command('verify [province]')
    .description('Kiểm tra nhật ký của một tỉnh, hoặc của mọi tỉnh và của nền tảng / verify the log of a province, or all of them and the platform’s')
    .option('--anchor <file>', 'mốc lưu ở nơi khác (ANCHOR_FILE) / anchors kept elsewhere')
    .option('--after <position>', 'bắt đầu sau một vị trí có mốc / begin after a position that has an anchor')
    .option('--json', 'kết quả dạng JSON / as JSON')
    .action(async (id: string | undefined, options: VerifyOptions) =>
      withKernel(async (kernel) => {
        const given = options.anchor === undefined ? [] : readAnchors(await readFile(options.anchor, 'utf8'));
        const verdicts = await eachChain(kernel, id, async (chain) => {
          const after = options.after === undefined ? undefined : await anchorAt(kernel, chain, given, Number(options.after));
          return { chain: chain.name, ...(await auditChain(kernel, chain, given, after)) };
        });
        if (options.json) console.log(JSON.stringify(verdicts, null, 2));
        else report(verdicts);
        if (verdicts.some(({ fault }) => fault !== null)) process.exitCode = 1;
      }),
    );

  audit
    .command('anchor [province]')
    .description('Ghi và in mốc của chuỗi ra nơi lưu bên ngoài / keep and print the heads of the chains')
    .action(async (id: string | undefined) =>
      withKernel(async (kernel) => {
        const anchors = await eachChain(kernel, id, (chain) => anchorChain(kernel, chain));
        for (const anchor of anchors) if (anchor !== undefined) console.log(JSON.stringify(anchor));
      }),
    );
}

/** One province's chain; or all of them, removed provinces excepted, and the operators'. One that is away does not keep the others waiting. */
async function eachChain<T>(kernel: OpenKernel, id: string | undefined, work: (chain: Chain) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const provinces = id === undefined ? kernel.registry.provinces().filter(({ state }) => state !== 'creating') : [provinceOf(kernel, id)];
  for (const province of provinces) {
    try {
      results.push(await withEventChain(kernel, province, work));
    } catch (error) {
      if (id !== undefined) throw error;
      console.error(`✗ ${province.id}: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
  }
  if (id === undefined) results.push(await work(actChain(kernel.registry.db)));
  return results;
}

async function anchorAt({ registry }: OpenKernel, { name }: Chain, given: readonly Anchor[], position: number): Promise<Head> {
  const outside = given.find((anchor) => anchor.chain === name && anchor.position === position);
  if (outside !== undefined) return outside;
  const kept = await registry.db.selectFrom('registry.anchors').select('link').where('chain', '=', name).where('position', '=', position).executeTakeFirst();
  if (kept === undefined) throw new Error(`Không có mốc ở vị trí ${position} của / no anchor at position ${position} of ${name}`);
  return { position, link: kept.link.toString('hex') };
}

function report(verdicts: readonly (Verdict & { readonly chain: string })[]): void {
  printTable(
    ['chuỗi', 'đã kiểm tra', 'mốc khớp', 'vị trí cuối', 'kết quả'],
    verdicts.map(({ chain, rows, anchors, head, fault }) => [
      chain,
      String(rows),
      String(anchors),
      `${head.position} ${head.link.slice(0, 12)}`,
      fault === null ? 'nguyên vẹn / intact' : `HỎNG từ vị trí ${fault.position}: ${fault.reason.vi} / ${fault.reason.en}`,
    ]),
  );
}

import { type Command, InvalidArgumentError } from 'commander';
import type { OpenKernel } from '../create-kernel.ts';
import { type MigrateOptions, migrateProvinces, type MigrationOutcome } from '../tenancy/migrate-provinces.ts';
import { type MigrationStep, planProvinces, type ProvincePlan } from '../tenancy/migration-plan.ts';
import { withKernel } from './deployment.ts';
import { printTable } from './print.ts';
import { provinceOf } from './tenant.ts';

interface Options extends MigrateOptions {
  readonly dryRun?: true;
  readonly status?: true;
  readonly json?: true;
}

/** `tinhthong migrate`. Exit codes: 0 all is current, 1 something failed or is failed, 2 something was not tried. */
export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('Cập nhật cơ sở dữ liệu của mọi tỉnh / bring every province up to date')
    .option('--canary <province>', 'tỉnh đi trước một mình / the province that goes first, alone')
    .option('--parallel <n>', 'số tỉnh cùng lúc / provinces at a time', positive, 4)
    .option('--stop-after <n>', 'dừng sau khi từng này tỉnh hỏng / stop after so many provinces have failed', positive, 3)
    .option('--dry-run', 'chỉ cho biết sẽ làm gì / only say what would be done')
    .option('--status', 'tình trạng từng tỉnh, từng phân hệ / how each module of each province stands')
    .option('--json', 'cho máy đọc / for machines')
    .action(async (options: Options) =>
      withKernel(async (kernel) => {
        if (options.status || options.dryRun) return report(await planProvinces(kernel), options);
        if (options.canary !== undefined) provinceOf(kernel, options.canary);
        return migrate(kernel, options);
      }),
    );
}

async function migrate(kernel: OpenKernel, options: Options): Promise<void> {
  const outcomes = await migrateProvinces(kernel, { ...options, ...(!options.json && { onOutcome: say }) });
  if (options.json) console.log(JSON.stringify(outcomes, null, 2));
  const count = (status: MigrationOutcome['status']) => outcomes.filter((one) => one.status === status).length;
  const left = count('waiting') + count('busy');
  if (!options.json) {
    const [migrated, current, failed] = [count('migrated'), count('current'), count('failed')];
    console.log(`Đã nâng / migrated ${migrated}, sẵn mới / current ${current}, hỏng / failed ${failed}, chưa làm / not tried ${left}`);
    if (failed + left > 0) console.log('Sửa nguyên nhân rồi chạy lại; phần đã xong không làm lại / mend the cause and run again; what is done is not done again');
  }
  if (failed(outcomes)) process.exitCode = 1;
  else if (left > 0) process.exitCode = 2;
}

function say({ province, module, status, version, error }: MigrationOutcome): void {
  if (status !== 'current') console.log([province, module, words[status], version, error].filter(Boolean).join('  '));
}

const words: Record<MigrationOutcome['status'], string> = {
  migrated: 'đã nâng / migrated',
  current: 'sẵn mới / current',
  failed: 'HỎNG / FAILED',
  waiting: 'chưa làm / not tried',
  busy: 'tiến trình khác đang làm / another process is at it',
};

const failed = (outcomes: readonly MigrationOutcome[]) => outcomes.some(({ status }) => status === 'failed');

function report(plans: readonly ProvincePlan[], { json, dryRun }: Options): void {
  const rows = plans.flatMap((plan) => (plan.error === null ? plan.steps.map((step) => rowOf(plan, step)) : [unreachable(plan)]));
  const shown = dryRun ? rows.filter(({ state }) => state !== 'current') : rows;
  if (json) console.log(JSON.stringify(shown, null, 2));
  else if (shown.length === 0) console.log('Không có gì phải làm / nothing to do');
  else {
    printTable(
      ['tỉnh', 'phân hệ', 'phiên bản', 'tình trạng', 'chờ chạy', 'lần gần nhất', 'lý do'],
      shown.map(({ province, module, version, state, pending, finishedAt, error }) => [province, module, version, state, pending.join(' '), finishedAt ?? '', error ?? '']),
    );
  }
  if (rows.some(({ state }) => state === 'failed' || state === 'unreachable')) process.exitCode = 1;
}

interface Row {
  readonly province: string;
  readonly module: string;
  readonly version: string;
  /** `interrupted`: the last attempt was killed; running `migrate` again goes on from there. */
  readonly state: 'current' | 'pending' | 'running' | 'interrupted' | 'failed' | 'unreachable';
  readonly pending: readonly string[];
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly error: string | null;
}

function rowOf({ province, busy }: ProvincePlan, { module, version, pending, lastRun, current }: MigrationStep): Row {
  const unfinished = lastRun?.status === 'running' ? (busy ? 'running' : 'interrupted') : lastRun?.status === 'failed' ? 'failed' : 'pending';
  return {
    province: province.id,
    module,
    version,
    state: current ? 'current' : unfinished,
    pending,
    startedAt: lastRun?.started_at.toISOString() ?? null,
    finishedAt: lastRun?.finished_at?.toISOString() ?? null,
    error: current ? null : (lastRun?.error ?? null),
  };
}

function unreachable({ province, error }: ProvincePlan): Row {
  return { province: province.id, module: 'core', version: '', state: 'unreachable', pending: [], startedAt: null, finishedAt: null, error };
}

export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('phải là số nguyên dương / must be a positive whole number');
  return value;
}

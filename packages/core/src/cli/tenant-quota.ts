import { type Command, InvalidArgumentError } from 'commander';
import type { Quota } from '../tenancy/quota.ts';
import { setQuota } from '../tenancy/set-quota.ts';
import { type Usage, usageOf } from '../tenancy/usage.ts';
import { withKernel } from './deployment.ts';
import { operator } from './operator.ts';
import { printTable } from './print.ts';
import { provinceOf } from './tenant.ts';

// Commander makes an empty text of a parser's null.
type Limit = number | 'default';

interface Limits {
  readonly connections?: Limit;
  readonly storage?: Limit;
  readonly jobs?: Limit;
  readonly requests?: Limit;
}

const valueOf = (limit: Limit): number | null => (limit === 'default' ? null : limit);

/** `tinhthong tenant quota` and `tinhthong tenant usage`. */
export function quotaCommands(tenant: Command): void {
  tenant
    .command('quota <province>')
    .description('Xem hoặc đặt hạn mức; "default" là trở về mặc định / show or set quotas; "default" takes one back')
    .option('--connections <n>', 'kết nối tới cơ sở dữ liệu / connections to its database', wholeFrom(2, 500))
    .option('--storage <bytes>', 'kho tệp, ví dụ 50GB / stored files', bytes)
    .option('--jobs <n>', 'lượt việc nền cùng lúc / batches of tasks at a time', wholeFrom(1, 20))
    .option('--requests <n>', 'yêu cầu mỗi phút / requests a minute', wholeFrom(1, 1_000_000_000))
    .action(async (id: string, { connections, storage, jobs, requests }: Limits) =>
      withKernel(async (kernel) => {
        const change = {
          ...(connections !== undefined && { connections: valueOf(connections) }),
          ...(storage !== undefined && { storageBytes: valueOf(storage) }),
          ...(jobs !== undefined && { jobs: valueOf(jobs) }),
          ...(requests !== undefined && { requestsAMinute: valueOf(requests) }),
        };
        if (Object.keys(change).length > 0) await setQuota(kernel.registry, provinceOf(kernel, id), change, operator());
        showUsage([await usageOf(kernel, provinceOf(kernel, id))]);
      }),
    );

  tenant
    .command('usage [province]')
    .description('Dùng bao nhiêu, sức khỏe ra sao / what provinces use and how they fare')
    .option('--json', 'cho máy đọc / for machines')
    .action(async (id: string | undefined, { json }: { json?: true }) =>
      withKernel(async (kernel) => {
        const provinces = id === undefined ? kernel.registry.provinces() : [provinceOf(kernel, id)];
        const usage = await Promise.all(provinces.map((province) => usageOf(kernel, province)));
        if (json) console.log(JSON.stringify(usage, null, 2));
        else showUsage(usage);
      }),
    );
}

function showUsage(usage: readonly Usage[]): void {
  printTable(
    ['tỉnh', 'cơ sở dữ liệu', 'kết nối', 'tệp', 'sự kiện', 'việc chờ', 'chờ lâu nhất', 'việc hỏng', 'yêu cầu/phút', 'lỗi', 'p50', 'p99'],
    usage.map(({ province, quota, database, requests }) => [
      province,
      ...(database === null ? ['không trả lời', ...Array.from({ length: 6 }, () => '–')] : ofDatabase(database, quota)),
      `${requests.aMinute}/${quota.requestsAMinute ?? '∞'}`,
      String(requests.errors),
      ms(requests.p50Ms),
      ms(requests.p99Ms),
    ]),
  );
}

function ofDatabase({ bytes: size, connections, files, events, tasks }: NonNullable<Usage['database']>, quota: Quota): string[] {
  return [
    sizeText(size),
    `${connections}/${quota.connections}`,
    `${files.count} (${sizeText(files.bytes)}/${sizeText(quota.storageBytes)})`,
    events.waiting === 0 ? String(events.count) : `${events.count} (+${events.waiting})`,
    String(tasks.waiting),
    tasks.oldestWaitingSeconds === null ? '–' : `${tasks.oldestWaitingSeconds} s`,
    String(tasks.dead),
  ];
}

const ms = (value: number | null): string => (value === null ? '–' : `${value} ms`);

const units = ['B', 'KB', 'MB', 'GB', 'TB'];

export function sizeText(size: number): string {
  const power = size < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(size) / 10));
  return `${Number((size / 1_024 ** power).toPrecision(3))} ${units[power]}`;
}

function bytes(text: string): Limit {
  if (text === 'default') return text;
  const [, number, unit = 'B'] = /^(\d+(?:\.\d+)?)\s*([KMGT]?B)?$/i.exec(text) ?? [];
  const size = Math.round(Number(number) * 1_024 ** units.indexOf(unit.toUpperCase()));
  if (!(size > 0)) throw new InvalidArgumentError('ví dụ / for example 500MB, 50GB');
  return size;
}

function wholeFrom(least: number, most: number): (text: string) => Limit {
  return (text) => {
    if (text === 'default') return text;
    const value = Number(text);
    if (!Number.isSafeInteger(value) || value < least || value > most) throw new InvalidArgumentError(`từ ${least} đến ${most} / from ${least} to ${most}`);
    return value;
  };
}

import type { Context } from '../../../plugin/context.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Life } from './life.ts';

const periods = [
  { from: new Date('2000-01-01T00:00:00+07:00'), to: new Date('2000-02-01T00:00:00+07:00') },
  { from: new Date('2020-01-01T00:00:00+07:00'), to: new Date('2030-01-01T00:00:00+07:00') },
];

export const figures: Check<Life> = {
  id: 'figures',
  title: { vi: 'Chỉ số tính được, cả khi chưa có dữ liệu', en: 'Metrics compute, on no data too' },
  why: {
    vi: 'Tỉnh mới bật phân hệ cũng công bố số; chia cho không hay tử số lớn hơn mẫu số làm sai bảng so sánh của bộ.',
    en: 'A province publishes from its first day; a division by nothing, or a part larger than its whole, spoils the comparison.',
  },
  run: ({ plugin, world, hue }) =>
    hue.site.inside(plugin.id, async (ctx) => {
      const faults: Fault[] = [];
      for (const [id, { unit, buckets, compute }] of Object.entries(world.kernel.plugins.get(plugin.id)!.metrics)) {
        for (const period of periods) {
          const wrong = await compute(ctx as Context, period).then(
            (value) => figureFault(value, unit, buckets),
            (error: Error) => error.message,
          );
          if (wrong !== undefined) faults.push(fault(`metrics.${id}`, [`Kỳ ${period.from.getFullYear()}–${period.to.getFullYear()}: ${wrong}`, `Period ${period.from.getFullYear()}–${period.to.getFullYear()}: ${wrong}`], ['Trả về { numerator, denominator } là số ≥ 0; rỗng thì 0 và 0.', 'Answer { numerator, denominator } as numbers ≥ 0; 0 and 0 where there is nothing.']));
        }
      }
      return faults;
    }),
};

function figureFault({ numerator, denominator, histogram }: { numerator: unknown; denominator: unknown; histogram?: readonly number[] }, unit: string, buckets: readonly number[] | undefined): string | undefined {
  const figure = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
  if (!figure(numerator) || !figure(denominator)) return `numerator ${String(numerator)} (${typeof numerator}), denominator ${String(denominator)} (${typeof denominator})`;
  if (unit === '%' && numerator > denominator) return `numerator ${numerator} > denominator ${denominator}`;
  if (buckets !== undefined && histogram?.length !== buckets.length + 1) return `histogram: ${histogram?.length ?? 0} ≠ buckets + 1 = ${buckets.length + 1}`;
  return undefined;
}

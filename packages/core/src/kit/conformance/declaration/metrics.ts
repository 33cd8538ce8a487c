import { type Check, fault } from '../fault.ts';
import type { Declared } from './declared.ts';

export const metrics: Check<Declared> = {
  id: 'metrics',
  title: { vi: 'Chỉ số', en: 'Metrics' },
  why: {
    vi: 'Bộ so sánh các tỉnh bằng chỉ số: thiếu đơn vị, chiều hay mẫu số tối thiểu thì so sánh sai.',
    en: 'The ministry compares provinces by them: without unit, direction and least sample the comparison is wrong.',
  },
  run: ({ plugin }) =>
    Object.entries(plugin.metrics).flatMap(([id, { unit, leastN, direction, buckets }]) => {
      const good =
        unit !== '' && Number.isInteger(leastN) && leastN >= 1 && ['up', 'down', 'none'].includes(direction) && (buckets === undefined || buckets.every((bound, i) => i === 0 || bound > buckets[i - 1]!));
      return good ? [] : [fault(`metrics.${id}`, ['Thiếu đơn vị, chiều, leastN ≥ 1, hoặc buckets không tăng dần.', 'Unit, direction or leastN ≥ 1 is missing, or the buckets do not rise.'], ["Ví dụ unit: '%', direction: 'up', leastN: 30.", "For example unit: '%', direction: 'up', leastN: 30."])];
    }),
};

import { workingCalendar } from '../../../core/src/organisation/working-calendar.ts';
import type { Commune } from '../src/demo/localities.ts';
import type { SampleInput } from '../src/demo/sample-reports.ts';
import { textsByCategory } from '../src/demo/texts/by-category.ts';

/** Parts of two provinces, with what a province's template adds: enough to see its seasons, its coast and its remote communes. */

const communes = (rows: string): Commune[] =>
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [code = '', type, name = '', lat, lon] = row.trim().split(', ');
      return { code, type: type as Commune['type'], name, lat: Number(lat), lon: Number(lon) };
    });

export const hue = communes(`
  19753, phuong, Phú Xuân, 16.48, 107.58
  19789, phuong, Thuận Hóa, 16.46, 107.58
  19777, phuong, Vỹ Dạ, 16.48, 107.61
  19815, phuong, An Cựu, 16.44, 107.6
  19813, phuong, Thủy Xuân, 16.41, 107.58
  19774, phuong, Kim Long, 16.4, 107.54
  19930, phuong, Mỹ Thượng, 16.5, 107.63
  19900, phuong, Thuận An, 16.55, 107.64
  19960, phuong, Phú Bài, 16.28, 107.61
  19867, xa, Quảng Điền, 16.57, 107.53
  20035, xa, Bình Điền, 16.35, 107.46
  20044, xa, A Lưới 2, 16.26, 107.2
  20137, xa, Chân Mây - Lăng Cô, 16.25, 108.01
  20161, xa, Khe Tre, 16.15, 107.77`);

export const dakLak = communes(`
  24133, phuong, Buôn Ma Thuột, 12.71, 108.03
  24121, phuong, Tân Lập, 12.66, 108.1
  24154, phuong, Thành Nhất, 12.66, 108
  24163, phuong, Tân An, 12.72, 108.11
  24305, phuong, Buôn Hồ, 12.89, 108.25
  24280, xa, Cư M'gar, 12.87, 108.07
  24373, xa, Ea Kar, 12.8, 108.47
  24540, xa, Ea Ning, 12.6, 108.24
  24580, xa, Liên Sơn Lắk, 12.38, 108.33
  22015, phuong, Tuy Hòa, 13.08, 109.29
  22261, phuong, Hòa Hiệp, 12.99, 109.37
  22255, xa, Tây Hòa, 12.99, 109.24
  22207, xa, Sông Hinh, 12.86, 108.96`);

export const calendar = workingCalendar({
  periods: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: '07:30', to: '11:30' },
    { weekday, from: '13:30', to: '17:00' },
  ]),
  holidays: ['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-04-30', '2026-05-01', '2026-09-02'],
  workedDays: [],
});

/** Computing time of this process so far, in milliseconds: unlike the clock on the wall it does not count the neighbours of a busy machine. */
export function computingMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const hourMs = 3_600_000;

/** Huế's limits: 4 hours on the clock for floods, else 3 working days for hotline and Zalo and 7 for web and app. */
export const dueAt: SampleInput['dueAt'] = ({ category, channel, submittedAt }) =>
  category === 'flooding'
    ? new Date(submittedAt.getTime() + 4 * hourMs)
    : calendar.addWorkingDays(submittedAt, channel === 'hotline' || channel === 'zalo' ? 3 : 7);

export const until = new Date('2026-11-20T14:00:00+07:00');

export const provinceInput = (province: readonly Commune[], seed: number): SampleInput => ({
  communes: province,
  categories: [...textsByCategory.keys()],
  coastal: true,
  count: 2_000,
  until,
  seed,
  calendar,
  dueAt,
});

import type { Text } from '@tinhthong/core';
import { histogramOf } from './counters.ts';
import { hourBounds, mergeHistograms, quantile } from './histogram.ts';
import { backlogDays, type PeriodSums } from './read-sums.ts';

/** Rises with every change of a formula: a value is comparable only with values of the same version. */
export const definitionVersion = 1;

export interface MetricInput {
  readonly sums: PeriodSums;
  /** People of the province, by the row that is valid in the period; 0 where none is. */
  readonly population: number;
  readonly suggestions: { readonly shown: number; readonly confirmed: number };
}

export interface MetricParts {
  readonly numerator: number;
  readonly denominator: number;
  /** Of durations, in the buckets of `hourBounds`. */
  readonly histogram?: readonly number[];
  /** How many reports stand behind it: where one of these is small, nothing of it is published. */
  readonly cells: readonly number[];
}

/** A figure as the province publishes it: what is divided by what, in words that citizens read. */
export interface Definition {
  readonly title: Text;
  /** Stands beside the figure wherever it is shown. */
  readonly meaning: Text;
  readonly unit: '%' | 'h' | 'ngày' | '/10k';
  readonly direction: 'up' | 'down' | 'none';
  readonly leastN: number;
  /** Of durations: the quantile that is the figure. */
  readonly share?: number;
  readonly parts: (input: MetricInput) => MetricParts;
}

type Words = readonly [vi: string, en: string];
const text = ([vi, en]: Words): Text => ({ vi, en });

const rate = (title: Words, meaning: Words, direction: Definition['direction'], parts: (sums: PeriodSums) => readonly [number, number], leastN = 30): Definition => ({
  title: text(title),
  meaning: text(meaning),
  unit: '%',
  direction,
  leastN,
  parts: ({ sums }) => {
    const [numerator, denominator] = parts(sums);
    return { numerator, denominator, cells: [numerator, denominator] };
  },
});

const duration = (title: Words, meaning: Words, of: 'accept' | 'assign' | 'close', share = 0.5, leastN = 30): Definition => ({
  title: text(title),
  meaning: text(meaning),
  unit: 'h',
  direction: 'down',
  leastN,
  share,
  parts({ sums }) {
    const histogram = histogramOf(sums, of);
    const denominator = histogram.reduce((sum, count) => sum + count, 0);
    return { numerator: sums[`${of}_minutes`] / 60, denominator, histogram, cells: [denominator] };
  },
});

/** Every `fr.*` metric, by its formula; the only place that says what is divided by what. */
export const definitions = {
  'fr.volume': {
    title: { vi: 'Phản ánh trên 10.000 dân', en: 'Reports per 10,000 people' },
    meaning: { vi: 'Số phản ánh gửi trong kỳ, trên dân số của năm đó. Nhiều hay ít đều không phải tốt hay xấu.', en: 'Reports sent in the period, by the population valid then. More is neither better nor worse.' },
    unit: '/10k',
    direction: 'none',
    leastN: 10_000,
    parts: ({ sums, population }) => ({ numerator: population === 0 ? 0 : sums.submitted, denominator: population, cells: [sums.submitted] }),
  },
  'fr.accept_rate': rate(['Tỷ lệ tiếp nhận', 'Acceptance'], ['Trong số gửi trong kỳ, bao nhiêu đã được tiếp nhận.', 'Of the reports sent in the period, those accepted since.'], 'none', (s) => [s.accepted_since, s.submitted]),
  'fr.t_accept_med': duration(['Thời gian tiếp nhận (trung vị)', 'Time to accept (median)'], ['Từ lúc gửi đến lúc tiếp nhận, theo giờ đồng hồ; của các phản ánh tiếp nhận trong kỳ.', 'From sending to acceptance, by the clock; of the reports accepted in the period.'], 'accept'),
  'fr.t_assign_med': duration(['Thời gian chuyển xử lý (trung vị)', 'Time to assign (median)'], ['Từ lúc tiếp nhận đến lần chuyển đơn vị đầu tiên, theo giờ đồng hồ.', 'From acceptance to the first assignment, by the clock.'], 'assign'),
  'fr.t_close_med': duration(['Thời gian xử lý (trung vị)', 'Time to close (median)'], ['Từ tiếp nhận đến lần đóng sau cùng, theo giờ làm việc của tỉnh; đã mở lại thì tính đến khi đóng lại.', "From acceptance to the last closing, in the province's working hours; one that was reopened counts when it is closed again."], 'close'),
  'fr.t_close_p90': duration(['Thời gian xử lý (phân vị 90)', 'Time to close (90th percentile)'], ['Chín trên mười phản ánh đóng trong kỳ mất không quá chừng này giờ làm việc.', 'Nine in ten reports closed in the period took no more than these working hours.'], 'close', 0.9, 100),
  'fr.ontime_766': rate(['Xử lý đúng hạn (QĐ 766)', 'Handled in time (Decision 766)'], ['Trong số đến hạn trong kỳ, kể cả chưa xong, bao nhiêu đã xong trong hạn. Hạn là hạn trả lời: tính xong lúc trả lời mà sau đó không mở lại.', 'Of the reports due in the period, open ones included, those settled by then. What is due is the answer: settled is when the answer that stands was given.'], 'up', (s) => [s.due_met, s.due]),
  'fr.overdue_open': rate(['Tồn quá hạn', 'Open and overdue'], ['Trong số chưa trả lời vào cuối kỳ, bao nhiêu đã quá hạn.', 'Of the reports open at the end of the period, those past their deadline.'], 'down', (s) => [s.late, s.open]),
  'fr.extend_rate': rate(['Gia hạn', 'Extended'], ['Trong số đóng trong kỳ, bao nhiêu đã được gia hạn ít nhất một lần.', 'Of the reports closed in the period, those extended at least once.'], 'down', (s) => [s.closed_extended, s.closed]),
  'fr.bounce_rate': rate(['Chuyển lòng vòng', 'Passed around'], ['Trong số đóng trong kỳ, bao nhiêu đã đổi đơn vị từ hai lần trở lên.', 'Of the reports closed in the period, those that changed agency twice or more.'], 'down', (s) => [s.closed_bounced, s.closed]),
  'fr.reopen_rate': rate(['Mở lại', 'Reopened'], ['Trong số đóng trong kỳ, bao nhiêu đã được người gửi mở lại trong 15 ngày sau trả lời.', 'Of the reports closed in the period, those that were reopened within 15 days of the answer.'], 'down', (s) => [s.closed_reopened, s.closed]),
  'fr.sat_hue': rate(['Hài lòng và chấp nhận', 'Satisfied or accepting'], ['Trong số lượt đánh giá trong kỳ: hài lòng cộng chấp nhận. Chỉ người đã đánh giá mới được tính.', 'Of the ratings given in the period: satisfied plus accepting. Only those who rated count.'], 'up', (s) => [s.satisfied + s.accepting, s.rated]),
  'fr.sat_766': rate(['Hài lòng PAKN (QĐ 766)', 'Satisfaction (Decision 766)'], ['Trong số đến hạn trong kỳ: trừ đi phản ánh không hài lòng hoặc quá hạn. Chưa đánh giá được tính là hài lòng.', 'Of the reports due in the period, less those rated dissatisfied or overdue. Not rated counts as content.'], 'up', (s) => [s.due_content, s.due]),
  'fr.rating_cov': rate(['Tỷ lệ được đánh giá', 'Rating coverage'], ['Trong số đóng trong kỳ, bao nhiêu đã được người gửi đánh giá.', 'Of the reports closed in the period, those that their reporter rated.'], 'up', (s) => [s.closed_rated, s.closed]),
  'fr.public_rate': rate(['Công khai kết quả', 'Results published'], ['Trong số đóng trong kỳ thuộc lĩnh vực công khai, bao nhiêu có trả lời công khai trong 24 giờ.', 'Of the publishable reports closed in the period, those whose answer was public within 24 hours.'], 'up', (s) => [s.closed_published, s.closed_publishable]),
  'fr.media_rate': rate(['Có ảnh, video', 'With pictures or video'], ['Trong số gửi trong kỳ, bao nhiêu kèm ảnh hoặc video.', 'Of the reports sent in the period, those with a picture or video.'], 'none', (s) => [s.with_media, s.submitted]),
  'fr.geo_cov': rate(['Xác định được xã, phường', 'Commune known'], ['Trong số gửi trong kỳ, bao nhiêu xác định được mã xã, phường.', 'Of the reports sent in the period, those with a commune code.'], 'up', (s) => [s.located, s.submitted]),
  'fr.backlog_days': {
    title: { vi: 'Tồn đọng quy ngày', en: 'Backlog in days' },
    meaning: { vi: `Số chưa trả lời cuối kỳ chia cho số đóng trung bình mỗi ngày của ${backlogDays} ngày trước đó.`, en: `Open at the end of the period, by the mean closed a day over the ${backlogDays} days before.` },
    unit: 'ngày',
    direction: 'down',
    leastN: 28,
    parts: ({ sums }) => ({ numerator: sums.open * backlogDays, denominator: sums.closed28, cells: [sums.open, sums.closed28] }),
  },
  'fr.dup_rate': rate(['Trùng lặp', 'Duplicates'], ['Trong số gửi trong kỳ, bao nhiêu được gộp vào phản ánh khác.', 'Of the reports sent in the period, those merged into another.'], 'none', (s) => [s.merged_since, s.submitted]),
  'fr.ai_accept': {
    title: { vi: 'Gợi ý AI được chấp nhận', en: 'AI suggestions accepted' },
    meaning: { vi: 'Trong số gợi ý đã hiện cho cán bộ trong kỳ, bao nhiêu được giữ nguyên.', en: 'Of the suggestions shown to officers in the period, those confirmed unchanged.' },
    unit: '%',
    direction: 'up',
    leastN: 100,
    parts: ({ suggestions }) => ({ numerator: suggestions.confirmed, denominator: suggestions.shown, cells: [suggestions.confirmed, suggestions.shown] }),
  },
} as const satisfies Record<`fr.${string}`, Definition>;

export type MetricId = keyof typeof definitions;
export const metricIds = Object.keys(definitions) as MetricId[];

/** The figure itself, in its unit; `null` where nothing was counted. */
export function valueOf({ unit, share }: Definition, { numerator, denominator, histogram }: MetricParts): { readonly value: number; readonly beyond: boolean } | null {
  if (denominator === 0) return null;
  if (histogram !== undefined && share !== undefined) return quantile(hourBounds, mergeHistograms([histogram]), share);
  return { value: (numerator / denominator) * { '%': 100, '/10k': 10_000, 'ngày': 1, h: 1 }[unit], beyond: false };
}

/** Pure, for the province's pages and for widgets alike. */
type Say = (vi: string, en: string) => string;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const vietnamMs = 7 * hourMs;

/** `14:05 22/11/2026` in Vietnam; composed, because the short styles of `Intl` are wrong for Vietnamese. */
export function formatTime(at: Date): string {
  const [year, month, day, hour, minute] = new Date(at.getTime() + vietnamMs).toISOString().split(/\D/);
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

/** A length of time in one plain unit: `3 ngày`, `5 giờ`, `20 phút`. */
export function spanInWords(say: Say, ms: number): string {
  const [count, vi, en] =
    ms >= 2 * dayMs ? [Math.floor(ms / dayMs), 'ngày', 'day'] : ms >= hourMs ? [Math.floor(ms / hourMs), 'giờ', 'hour'] : [Math.max(1, Math.floor(ms / minuteMs)), 'phút', 'minute'];
  return say(`${count} ${vi}`, `${count} ${en}${count === 1 ? '' : 's'}`);
}

/** `1.234.567,9` in Vietnamese. */
export function formatNumber(say: Say, value: number): string {
  return value.toLocaleString(say('vi-VN', 'en-GB'), { maximumFractionDigits: 1 });
}

/** `90,8%` of a share from 0 to 1. */
export function formatShare(say: Say, share: number): string {
  return `${formatNumber(say, share * 100)}%`;
}

import { dayMs, hourMs, isTet, localTime, startOfLocalDay } from './local-time.ts';
import type { Locality } from './localities.ts';
import type { Random } from './random.ts';
import { rainOf, type Region } from './regions.ts';

/** When someone reports; in a storm, from which part of the province. */
export interface Moment {
  at: Date;
  storm: Region | null;
}

/** Sunday first: people see trouble on the way to work, and write less on rest days. */
const byWeekday = [0.72, 1.2, 1.1, 1.05, 1, 1.02, 0.82];
/** From midnight on. */
const byHour = [0.3, 0.15, 0.1, 0.1, 0.2, 0.6, 1.6, 3, 4.5, 5, 4.8, 4, 2.6, 2.8, 4, 4.6, 4.5, 4.2, 3.8, 3.6, 3.4, 2.6, 1.6, 0.8];
const hoursOfDay = byHour.map((_, hour) => hour);

const stormsAYear = 7;
/** Reports of a storm's days beside an ordinary day. */
const stormBurst = 4;

interface Day {
  start: number;
  /** Ordinary reports of the day beside the average day. */
  weight: number;
  storm: Region | null;
}

/** `count` moments of the year before `until`, in order: weeks, seasons, Tết, storms, and a service that more people come to know. */
export function sampleMoments(input: { count: number; until: Date; localities: readonly Locality[] }, random: Random): Moment[] {
  const begin = input.until.getTime() - 365 * dayMs;
  const days = daysFrom(begin, input.until.getTime(), input.localities, random);
  const total = (day: Day) => day.weight + (day.storm ? stormBurst : 0);
  const bounds = runningSums(days.map(total));

  return Array.from({ length: input.count }, () => {
    for (;;) {
      const day = days[indexOfSum(bounds, random.next())];
      if (!day) continue;
      const at = day.start + random.weighted(hoursOfDay, (hour) => byHour[hour] ?? 0) * hourMs + random.whole(0, 3599) * 1000;
      // The first and the last day are only half inside the year.
      if (at < begin || at >= input.until.getTime()) continue;
      return { at: new Date(at), storm: day.storm && random.chance(stormBurst / total(day)) ? day.storm : null };
    }
  }).sort((a, b) => a.at.getTime() - b.at.getTime());
}

function daysFrom(begin: number, end: number, localities: readonly Locality[], random: Random): Day[] {
  const days: Day[] = [];
  for (let start = startOfLocalDay(new Date(begin)).getTime(); start < end; start += dayMs) {
    const growth = 0.8 + (0.4 * (start - begin)) / (end - begin);
    const rest = isTet(new Date(start)) ? 0.3 : 1;
    days.push({ start, weight: (byWeekday[localTime(new Date(start)).weekday] ?? 1) * growth * rest * random.between(0.75, 1.25), storm: null });
  }

  for (let storm = 0; storm < stormsAYear; storm += 1) {
    const { region } = random.pick(localities);
    // Squared, because it is the wettest months that bring storms.
    const landfall = random.weighted(days, (day) => rainOf(region, localTime(new Date(day.start)).month) ** 2);
    const first = days.indexOf(landfall);
    for (const day of days.slice(first, first + random.whole(1, 2))) day.storm = region;
  }
  return days;
}

function runningSums(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** Index of the interval in which the given share of the whole sum falls. */
function indexOfSum(sums: readonly number[], share: number): number {
  const target = share * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

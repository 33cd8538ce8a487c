import { invalid } from '@tinhthong/core';
import { z } from 'zod';
import { lastDays, type Period, periodNamed } from './period.ts';

const example = '365, 2026, 2026-Q3, 2026-07';
const noPeriod = () => invalid('query.period', { vi: `ví dụ: ${example}`, en: `for example: ${example}` });

/**
 * What everybody may ask for: years, quarters and months of the one calendar. Of any two days that somebody chooses, two
 * answers could be subtracted from each other until a single report is left.
 */
export const publicPeriodQuery = { period: z.string().max(10).default('365').meta({ example: '365', description: example }) };

export function publicPeriod(name: string, now: Date): Period {
  const named = periodNamed(name, now);
  if (named === undefined) throw noPeriod();
  return named;
}

/** What leaders may ask for: the same, or from any day to any day. */
export const periodQuery = {
  period: z.string().max(10).optional().meta({ example: '365', description: example }),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
};

/** The period that a query asks for: by its name, or from a day to a day; else the last 365 days. */
export function periodAsked({ period, from, to }: { period?: string | undefined; from?: string | undefined; to?: string | undefined }, now: Date): Period {
  if (period !== undefined) {
    if (from !== undefined || to !== undefined) throw invalid('query.period', { vi: 'không đi cùng "from", "to"', en: 'does not go with "from" and "to"' });
    return publicPeriod(period, now);
  }
  const last = lastDays(365, now);
  const asked = { from: from ?? last.from, to: to ?? last.to };
  if (asked.from > asked.to) throw invalid('query.from', { vi: 'phải trước "to"', en: 'must be before "to"' });
  return asked;
}

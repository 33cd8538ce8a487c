import { invalid } from '@tinhthong/core';
import { z } from 'zod';
import type { PageRequest } from '../pages/environment.ts';
import { filters } from '../shapes.ts';

const { q: _, ...placed } = filters;
const shape = z.strictObject({ ...placed, lang: z.string().max(5).optional() });
export type FeedFilter = Omit<z.output<typeof shape>, 'lang'>;

/** The filter of a feed's address, the same as the list's. @throws Problem 422 for what is none */
export function feedFilterOf(c: PageRequest): FeedFilter {
  return feedFilter(c.req.query());
}

/** The same of values that stand elsewhere. @throws Problem 422 for what is none */
export function feedFilter(values: Readonly<Record<string, string>>): FeedFilter {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw invalid(`query.${issue.path.join('.') || String((issue as { keys?: string[] }).keys?.[0] ?? '')}`, { vi: 'tham số chưa hợp lệ', en: 'not a valid parameter' });
  }
  const { lang: _lang, ...filter } = parsed.data;
  return filter;
}

/** The address of a feed with the filter of a page, for its `link rel=alternate`. */
export function feedHref(path: string, filter: Partial<Record<string, string>>): string {
  const kept = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept)}`;
}

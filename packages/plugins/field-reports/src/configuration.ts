import type { Text } from '@tinhthong/core';
import { type Limit, type RoutingRule } from './rules.ts';
import type { ReportContext } from './module.ts';
import type { Flow } from './tables.ts';

export interface Category {
  readonly code: string;
  readonly name: Text;
  readonly icon: string;
  readonly public: boolean;
  readonly photoRequired: boolean;
  readonly flow: Flow;
}

/** What the province decided about its reports: kept in memory until it decides otherwise. */
export interface Configuration {
  readonly categories: ReadonlyMap<string, Category>;
  readonly routing: readonly RoutingRule[];
  readonly limits: readonly Limit[];
  readonly committees: ReadonlyMap<string, string>;
}

export function configurationOf(ctx: ReportContext): Promise<Configuration> {
  return ctx.kept('configuration', async () => {
    const [categories, routing, limits, committees] = await Promise.all([
      ctx.db.selectFrom('categories').selectAll().orderBy('position').execute(),
      ctx.db.selectFrom('routing_rules').selectAll().orderBy('position').execute(),
      ctx.db.selectFrom('limits').selectAll().orderBy('position').execute(),
      ctx.db.selectFrom('core.agencies').select(['id', 'commune']).where('kind', '=', 'commune').execute(),
    ]);
    return {
      categories: new Map(categories.map(({ photo_required, position: _, ...category }) => [category.code, { ...category, photoRequired: photo_required }])),
      routing,
      limits: limits.map((limit) => ({
        id: limit.id,
        category: limit.category,
        channel: limit.channel,
        acceptHours: limit.accept_hours,
        answerDays: limit.answer_days,
        answerHours: limit.answer_hours,
        validFrom: limit.valid_from,
      })),
      committees: new Map(committees.flatMap(({ id, commune }) => (commune === null ? [] : [[commune, id]]))),
    };
  });
}

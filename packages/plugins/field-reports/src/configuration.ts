import type { Text } from '@tinhthong/core';
import type { Rung } from './clocks/ladder.ts';
import { limitOfRow } from './clocks/limit-shape.ts';
import type { Limit } from './clocks/limits.ts';
import type { ReportContext } from './module.ts';
import type { Question } from './open311/questions.ts';
import type { RoutingRule } from './routing/route-report.ts';
import type { Flow } from './tables.ts';

export interface Category {
  readonly code: string;
  readonly name: Text;
  readonly icon: string;
  readonly public: boolean;
  readonly photoRequired: boolean;
  readonly afterPhotoRequired: boolean;
  readonly maskPlates: boolean;
  readonly flow: Flow;
}

/** What the province decided about its reports: kept in memory until it decides otherwise. */
export interface Configuration {
  readonly categories: ReadonlyMap<string, Category>;
  readonly routing: readonly RoutingRule[];
  /** Retired ones too, for the reports that go by them. */
  readonly limits: readonly Limit[];
  readonly ladder: readonly Rung[];
  /** Agency → the one above it. */
  readonly parents: ReadonlyMap<string, string>;
  readonly committees: ReadonlyMap<string, string>;
  /** Of the categories that ask something, in order. */
  readonly questions: ReadonlyMap<string, readonly Question[]>;
}

export function configurationOf(ctx: ReportContext): Promise<Configuration> {
  return ctx.kept('configuration', async () => {
    const [categories, routing, limits, agencies, ladder, questions] = await Promise.all([
      ctx.db.selectFrom('categories').selectAll().orderBy('position').execute(),
      ctx.db.selectFrom('routing_rules').select(['id', 'category', 'communes', 'area', 'during', 'lead', 'coordinating']).where('retired_at', 'is', null).orderBy('position').execute(),
      ctx.db.selectFrom('limits').selectAll().orderBy('position').execute(),
      ctx.db.selectFrom('core.agencies').select(['id', 'kind', 'commune', 'parent']).execute(),
      ctx.db.selectFrom('ladder_rungs').select(['told as to', 'after_hours as afterHours']).orderBy('position').execute(),
      ctx.db.selectFrom('category_questions').selectAll().orderBy('position').execute(),
    ]);
    return {
      categories: new Map(
        categories.map(({ code, name, icon, flow, ...row }) => [
          code,
          { code, name, icon, public: row.public, photoRequired: row.photo_required, afterPhotoRequired: row.after_photo_required, maskPlates: row.mask_plates, flow },
        ]),
      ),
      routing,
      limits: limits.map(limitOfRow),
      ladder,
      parents: new Map(agencies.flatMap(({ id, parent }) => (parent === null ? [] : [[id, parent]]))),
      questions: Map.groupBy(questions, ({ category }) => category),
      committees: new Map(agencies.flatMap(({ id, kind, commune }) => (kind !== 'commune' || commune === null ? [] : [[commune, id]]))),
    };
  });
}

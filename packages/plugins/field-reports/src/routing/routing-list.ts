import { Problem } from '@tinhthong/core';
import { sql } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { Known, ProposedRule } from './check-rules.ts';
import type { RuleInput } from './rule-shape.ts';

type Db = Pick<ReportContext['db'], 'selectFrom'>;
const parts = ['category', 'communes', 'area', 'during', 'lead', 'coordinating', 'note'] as const;

/** The rules in force, in their order, and the number of the list that they are. */
export async function routingList(db: Db): Promise<{ version: number; rules: (RuleInput & { id: number })[] }> {
  const [last, rules] = await Promise.all([
    db.selectFrom('routing_versions').select((eb) => eb.fn.max<number>('version').as('version')).executeTakeFirst(),
    db.selectFrom('routing_rules').select(['id', ...parts]).where('retired_at', 'is', null).orderBy('position').execute(),
  ]);
  return { version: last?.version ?? 1, rules: rules.map((row) => ({ ...row, communes: row.communes && [...row.communes] }) as RuleInput & { id: number }) };
}

/** What rules may speak of in this province today. */
export async function knownTo(ctx: ReportContext): Promise<Known> {
  const { categories } = await configurationOf(ctx);
  const [agencies, communes] = await Promise.all([
    ctx.db.selectFrom('core.agencies').select('id').execute(),
    ctx.db.selectFrom('core.communes').select(['code', 'name']).execute(),
  ]);
  return {
    categories,
    agencies: new Set(agencies.map(({ id }) => id)),
    communes: new Map(communes.map(({ code, name }) => [code, name])),
    bounds: ctx.tenant.bounds,
  };
}

export interface Replaced {
  readonly version: number;
  readonly added: number;
  readonly retired: number;
}

/**
 * Puts a new list in the place of the one that its editor had read. A rule that stays as it was keeps its id; the others
 * are retired and kept, so that every report leads to the very rule that it went by.
 */
export async function replaceRouting(trx: ReportTrx, at: Date, expected: number, rules: readonly RuleInput[]): Promise<Replaced> {
  const { version, rules: before } = await routingList(trx);
  const { numInsertedOrUpdatedRows: made = 0n } =
    version === expected
      ? await trx.insertInto('routing_versions').values({ version: version + 1, saved_at: at }).onConflict((oc) => oc.doNothing()).executeTakeFirstOrThrow()
      : { numInsertedOrUpdatedRows: 0n };
  if (made === 0n) throw changedMeanwhile(version);

  const left = new Map<string, number[]>();
  for (const rule of before) left.set(sameText(rule), [...(left.get(sameText(rule)) ?? []), rule.id]);
  const placed = rules.map((rule, position) => ({ rule, position, id: left.get(sameText(rule))?.shift() }));
  const kept = placed.filter(({ id }) => id !== undefined);
  const added = placed.filter(({ id }) => id === undefined);

  await sql`
    update field_reports.routing_rules as rule set retired_at = ${at}
    where retired_at is null and id <> all(${kept.map(({ id }) => id!)}::int[])
  `.execute(trx);
  await sql`
    update field_reports.routing_rules as rule set position = place.position
    from unnest(${kept.map(({ id }) => id!)}::int[], ${kept.map(({ position }) => position)}::int[]) as place (id, position)
    where rule.id = place.id
  `.execute(trx);
  if (added.length > 0) {
    await trx
      .insertInto('routing_rules')
      .values(
        added.map(({ rule: { communes, coordinating, area, during, ...rule }, position }) => ({
          ...rule, position,
          communes: communes && [...communes],
          coordinating: [...coordinating],
          area: area && JSON.stringify(area),
          during: during && JSON.stringify(during),
        })),
      )
      .execute();
  }
  return { version: version + 1, added: added.length, retired: before.length - kept.length };
}

/** What a rule says, whatever its id and place. */
function sameText(rule: ProposedRule & { readonly note: string }): string {
  const { during } = rule;
  const sorted = during !== null && 'days' in during ? { days: during.days, from: during.from, to: during.to } : during;
  return JSON.stringify(parts.map((part) => (part === 'during' ? sorted : rule[part])));
}

function changedMeanwhile(version: number): Problem {
  return new Problem(
    409,
    'changed-meanwhile',
    { vi: 'Bảng phân luồng đã được người khác sửa sau khi bạn mở.', en: 'Somebody else has changed the routing since you opened it.' },
    { detail: { vi: `Hãy tải lại bản ${version}, sửa trên đó rồi lưu.`, en: `Please load version ${version}, make your change there, and save again.` } },
  );
}

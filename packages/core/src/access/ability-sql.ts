import { rulesToAST } from '@casl/ability/extra';
import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Ability, split } from './ability.ts';

type Columns = Readonly<Record<string, string>>;

interface Ast {
  readonly operator: string;
  readonly field?: string;
  readonly value: unknown;
}

/** A permission as a WHERE condition, for lists. No access is `false`, never the absence of a condition. */
export function abilitySql(ability: Ability, permission: string, columns: Columns): Expression<SqlBool> {
  const { subject, action } = split(permission);
  const ast = rulesToAST(ability, action, subject) as Ast | null;
  return ast === null ? sql<SqlBool>`false` : toSql(ast, columns);
}

function toSql({ operator, field, value }: Ast, columns: Columns): RawBuilder<SqlBool> {
  if (operator === 'and' || operator === 'or') {
    const parts = (value as Ast[]).map((part) => toSql(part, columns));
    // CASL answers an empty `and` for a rule without conditions.
    if (parts.length === 0) return operator === 'and' ? sql`true` : sql`false`;
    return sql`(${sql.join(parts, operator === 'and' ? sql` and ` : sql` or `)})`;
  }
  if (operator === 'not') return sql`not coalesce(${toSql((value as Ast[])[0]!, columns)}, false)`;
  const column = columns[field ?? ''];
  if (column === undefined) throw new Error(`A role's condition names "${field}", which the subject does not declare`);
  const left = sql.ref(column);
  switch (operator) {
    case 'eq':
      return sql`${left} is not distinct from ${value}`;
    case 'ne':
      return sql`${left} is distinct from ${value}`;
    case 'in':
      return sql`coalesce(${left} = any(${value}), false)`;
    case 'nin':
      return sql`not coalesce(${left} = any(${value}), false)`;
    case 'lt':
      return sql`${left} < ${value}`;
    case 'lte':
      return sql`${left} <= ${value}`;
    case 'gt':
      return sql`${left} > ${value}`;
    case 'gte':
      return sql`${left} >= ${value}`;
    default:
      throw new Error(`The operator "${operator}" of a role's condition has no SQL form`);
  }
}

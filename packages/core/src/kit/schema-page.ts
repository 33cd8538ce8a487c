import type { Kysely } from 'kysely';
import type { Text } from '../plugin/text.ts';
import { type Column, readSchema, type Relation } from './read-schema.ts';

export interface SchemaPage {
  readonly title: Text;
  /** Where the schemas live, for the page's first sentence. */
  readonly place: Text;
  readonly schemas: readonly string[];
  /** `table.column` → what else there is to say about it. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** Migrated schemas as a Markdown page, in which a developer or a province's database administrator looks things up. */
export async function schemaPage<Tables>(db: Kysely<Tables>, { title, place, schemas, notes = {} }: SchemaPage): Promise<string> {
  const parts = [
    `# ${title.vi}: lược đồ dữ liệu`,
    `*${title.en ?? title.vi}: database schema*`,
    `${place.vi} Trang này do \`tinhthong generate\` viết từ các bước nâng cấp lược đồ; đừng sửa tay.`,
    `${place.en ?? place.vi} Written by \`tinhthong generate\` from the migrations; not edited by hand.`,
  ];
  for (const name of schemas) {
    const { relations, sequences, functions } = await readSchema(db, name);
    parts.push(`## Lược đồ / schema \`${name}\``);
    parts.push(relations.map((relation) => `[${relation.name}](#${relation.name})`).join(' · '));
    for (const relation of relations) parts.push(...relationPart(relation, notes));
    if (sequences.length > 0) parts.push('### Dãy số / sequences', list(sequences));
    if (functions.length > 0) parts.push('### Hàm / functions', list(functions));
  }
  return `${parts.join('\n\n')}\n`;
}

function relationPart({ name, comment, columns, constraints, indexes, query }: Relation, notes: Readonly<Record<string, string>>): string[] {
  const noted = columns.map((column) => ({ ...column, comment: [column.comment, notes[`${name}.${column.name}`]].filter(Boolean).join('; ') }));
  const parts = [`### ${name}`, comment ?? '', columnTable(noted), list([...constraints, ...indexes])];
  if (query !== null) parts.push('Khung nhìn / view:', ['```sql', query, '```'].join('\n'));
  return parts.filter((part) => part !== '');
}

/** A column that no row fills is left out: most tables have neither defaults nor comments. */
function columnTable(columns: readonly Column[]): string {
  const heads = ['cột / column', 'kiểu / type', 'rỗng / null', 'mặc định / default', 'ghi chú / note'];
  const cells = columns.map(({ name, type, nullable, value, comment }) =>
    [code(name), code(type), nullable ? '✓' : '', value === null ? '' : code(value), comment ?? ''].map((cell) => cell.replaceAll('|', '\\|')),
  );
  const shown = heads.flatMap((head, at) => {
    const column = cells.map((row) => row[at] ?? '');
    return column.some(Boolean) ? [{ column: [head, ...column], width: Math.max(head.length, ...column.map((cell) => cell.length)) }] : [];
  });
  const line = (row: number) => `| ${shown.map(({ column, width }) => column[row]!.padEnd(width)).join(' | ')} |`;
  const rule = `| ${shown.map(({ width }) => '-'.repeat(width)).join(' | ')} |`;
  return [line(0), rule, ...columns.map((_, row) => line(row + 1))].join('\n');
}

function list(sql: readonly string[]): string {
  return sql.map((one) => `- ${code(one)}`).join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

import { randomInt, randomUUID } from 'node:crypto';
import type { Plugin } from '../../../plugin/plugin.ts';
import { inSnakeCase, personalName } from '../personal-name.ts';
import type { JsonSchema } from '../declaration/input-schemas.ts';

/** Words of the kit's own that show where a value went. */
export interface Marks {
  /** In every text that this caller writes, and in no other. */
  readonly nonce: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  /** Staff write in the name of their agency: nobody reaches themselves through that. */
  readonly asStaff: boolean;
  /** Columns that the plugin says are nobody's, without their table: what is written there is of a thing. */
  readonly nobodys: ReadonlySet<string>;
  /** Columns that it declares as personal, in the same way. */
  readonly somebodys: ReadonlySet<string>;
}

export function newMarks({ personalData }: Pick<Plugin, 'personalData'>): Marks {
  const nonce = randomUUID().slice(0, 8);
  const columnsOf = (fields: object) => new Set(Object.keys(fields).map((column) => column.split('.').at(-1)!));
  return {
    nonce,
    name: `Người Thử ${nonce}`,
    phone: `09${randomInt(10_000_000, 99_999_999)}`,
    email: `thu.${nonce}@vidu.vn`,
    asStaff: false,
    nobodys: columnsOf(personalData.notPersonal ?? {}),
    somebodys: columnsOf('none' in personalData ? {} : personalData.fields),
  };
}

/** By which somebody is reached. However a number is written, its digits after the 0 stay together. */
export const contactsOf = ({ email, phone }: Marks): string[] => [email, phone.slice(1)];

/**
 * Whom `.meta({ 'x-of-another': true })` speaks of: somebody who called, and whose details an operator writes down. Their
 * data is not the writer's, and not reached by the erasure of the writer's account.
 */
const another = { name: 'Người Gọi Thử', phone: '0900000999', email: 'nguoi-goi@vidu.vn' } as const;

/** What a stranger would know of a province: its communes, agencies, a place inside it. */
export type Vocabulary = Readonly<Record<string, unknown>>;

const strings = ['19789', 'a', 'a-b', '08:30', '2026-11-22', '#5b2a86', 'https://vidu.vn/', 'A1', 'vi', '0905123456'];
const formats: Readonly<Record<string, () => string>> = {
  date: () => '2026-11-22',
  time: () => '08:30:00',
  'date-time': () => '2026-11-22T08:30:00Z',
  uuid: () => randomUUID(),
  uri: () => 'https://vidu.vn/',
  ipv4: () => '203.0.113.7',
  duration: () => 'P1D',
};

/**
 * Values to try for a field, the most telling first: marks where it takes what people write, what is known of the
 * province, the schema's own example, and only then what fits its shape.
 */
export function candidates(schema: JsonSchema, name: string, marks: Marks, known: Vocabulary): readonly unknown[] {
  const branch = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])][0];
  if (branch !== undefined) return candidates(branch as JsonSchema, name, marks, known);
  if (schema.const !== undefined) return [schema.const];
  const given = (values: readonly unknown[]) => values.filter((value) => value !== undefined && value !== null);
  const told = given([known[name], schema['example'], ...(schema.examples ?? []), schema.default]);
  if (schema.enum !== undefined) return [...told, ...schema.enum];
  switch (schema.type) {
    case 'string':
      if (schema.format !== undefined && schema.format !== 'email') return [...told, formats[schema.format]?.() ?? ''];
      return [...given([known[name]]), ...written(schema, name, marks, told), ...told];
    case 'integer':
    case 'number':
      return [...told, schema.minimum ?? (typeof schema.exclusiveMinimum === 'number' ? schema.exclusiveMinimum + 1 : Math.min(1, schema.maximum ?? 1))];
    case 'boolean':
      return [...told, true, false];
    case 'null':
      return [null];
    default:
      return [...told, {}];
  }
}

function written(schema: JsonSchema, name: string, marks: Marks, told: readonly unknown[]): unknown[] {
  const { pattern, format, minLength = 0, maxLength = 200 } = schema;
  if (pattern !== undefined && format !== 'email') {
    // Of a code only its example says what it means; a shape can be met by chance.
    return told.length > 0 ? [] : strings.filter((text) => new RegExp(pattern, 'u').test(text));
  }
  const text = typed(name, format, schema['x-of-another'] === true ? { ...marks, ...another } : marks, maxLength);
  return [text.padEnd(minLength, '.').slice(0, maxLength)];
}

function typed(name: string, format: string | undefined, marks: Marks, maxLength: number): string {
  const { nonce, asStaff } = marks;
  const { name: person, phone, email } = isOfThing(name, marks) ? { name: `Vật thử ${nonce}`, phone: '02343822000', email: 'don-vi@vidu.vn' } : marks;
  if (format === 'email' || /e?mail/i.test(name)) return email;
  if (/phone|mobile|tel|zalo|thoai/i.test(name)) return phone;
  // A place, whosever it is.
  if (/address|dia_?chi/i.test(name)) return `12 Lê Lợi, ${nonce}`;
  if (/name|ho_?ten/i.test(name) || personalName(name)) return person;
  // People who write freely also write how to be reached, whatever the plugin says of the column.
  const told = asStaff ? `Chữ thử ${nonce}.` : `Chữ thử ${nonce}, gọi ${marks.phone} hoặc ${marks.email}.`;
  return told.length <= maxLength ? told : nonce;
}

/** Where one table keeps a thing's name and another a person's, staff write of things and everybody else of themselves. */
function isOfThing(field: string, { nobodys, somebodys, asStaff }: Marks): boolean {
  const column = inSnakeCase(field);
  return nobodys.has(column) && (asStaff || !somebodys.has(column));
}

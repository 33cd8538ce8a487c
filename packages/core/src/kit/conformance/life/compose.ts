import type { Route } from '../../../plugin/route.ts';
import { inputSchema, type JsonSchema } from '../declaration/input-schemas.ts';
import { personalName } from '../personal-name.ts';
import type { Learned } from './memory.ts';
import { candidates, type Marks, type Vocabulary } from './samples.ts';

const longestCode = 64;

/** What a request is filled in with. */
export interface Filling {
  readonly about: Learned;
  readonly known: Vocabulary;
  readonly marks: Marks;
  /** Path of a field (`body.category`) → how many values for it were refused. */
  readonly refused: ReadonlyMap<string, number>;
}

/** One part of a request, from its schema. */
export function compose(route: Route, part: 'params' | 'query' | 'body', filling: Filling): Record<string, unknown> | undefined {
  const schema = route[part];
  return schema === undefined ? undefined : objectOf(inputSchema(schema), part, filling);
}

function objectOf(schema: JsonSchema, path: string, filling: Filling): Record<string, unknown> {
  const entries = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const value = valueOf(property as JsonSchema, name, `${path}.${name}`, filling);
    // A field that may stay away does, once everything for it was refused.
    const omitted = value === undefined && !schema.required?.includes(name);
    return omitted ? [] : [[name, value ?? lastOf(property as JsonSchema, name, filling)] as const];
  });
  return Object.fromEntries(entries);
}

function valueOf(schema: JsonSchema, name: string, path: string, filling: Filling): unknown {
  const { about, known, marks, refused } = filling;
  const refusals = [...refused].reduce((sum, [one, times]) => (one === path || one.startsWith(`${path}.`) ? sum + times : sum), 0);
  if (schema.type === 'object' && schema.properties !== undefined) return (refused.get(path) ?? 0) > 0 ? undefined : objectOf(schema, path, filling);
  if (schema.type === 'array') {
    const least = schema.minItems ?? 0;
    if (refusals > 0 && least === 0) return [];
    const item = valueOf((schema.items ?? {}) as JsonSchema, name, `${path}.0`, filling);
    return Array.from({ length: Math.max(1, least) }, () => item);
  }
  const own = candidates(schema, name, marks, known);
  // `.meta({ 'x-like': 'code' })`: what is called so elsewhere goes here too.
  const told = about[name] ?? about[String(schema['x-like'] ?? name)];
  const values = told === undefined ? own : isProse(schema, name, path) ? [...own.slice(0, 1), told, ...own.slice(1)] : [told, ...own];
  return values[refusals];
}

/** What people write is written anew; in an address, or where a code or secret goes, only what was learned can be right. */
function isProse({ type, enum: values, pattern, format, maxLength = Infinity }: JsonSchema, name: string, path: string): boolean {
  if (!path.startsWith('body.') || type !== 'string' || values !== undefined || pattern !== undefined) return false;
  return format === 'email' || (format === undefined && (maxLength > longestCode || /name/i.test(name) || personalName(name)));
}

function lastOf(schema: JsonSchema, name: string, { marks, known }: Filling): unknown {
  return candidates(schema, name, marks, known).at(-1);
}

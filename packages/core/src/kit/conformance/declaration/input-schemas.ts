import { z } from 'zod';
import type { Route } from '../../../plugin/route.ts';
import { fault, type Fault } from '../fault.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const inputParts = ['params', 'query', 'body'] as const;

/** What a part of a route's input must look like, as JSON Schema with its names resolved. */
export function inputSchema(schema: z.ZodType): JsonSchema {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return resolved(whole, whole.$defs ?? {}) as JsonSchema;
}

function resolved(value: unknown, named: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, named));
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, $defs: _, ...rest } = value as JsonSchema;
  // A schema that holds itself is followed once: deep enough for a limit, and it ends.
  const { [$ref?.split('/').at(-1) ?? '']: target, ...others } = named;
  const own = Object.fromEntries(Object.entries(rest).map(([key, child]) => [key, resolved(child, named)]));
  return target === undefined ? own : { ...(resolved(target, others) as object), ...own };
}

export function inputFaults(route: Route, where: string): Fault[] {
  const faults: Fault[] = inputParts.flatMap((part) => {
    const schema = route[part];
    return schema === undefined ? [] : [...limitless(inputSchema(schema), `${where} ${part}`)];
  });
  if (route.method === 'get' && (route.body !== undefined || route.upload || route.raw !== undefined)) {
    faults.push(fault(where, ['GET không nhận nội dung.', 'GET takes no body.'], ['Dùng query, hoặc POST.', 'Use the query, or POST.']));
  }
  return faults;
}

function* limitless(schema: JsonSchema, where: string): Generator<Fault> {
  for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]) yield* limitless(branch as JsonSchema, where);
  if (schema.type === 'object' && schema.properties !== undefined) {
    if (schema.additionalProperties !== false) {
      yield fault(where, ['Trường không khai báo vẫn lọt vào.', 'Fields that nobody declared come in.'], ['Dùng z.strictObject thay cho z.object.', 'Use z.strictObject instead of z.object.']);
    }
    for (const [name, property] of Object.entries(schema.properties)) yield* limitless(property as JsonSchema, `${where}.${name}`);
  }
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object' && schema.maxProperties === undefined) {
    yield* limitless(schema.additionalProperties as JsonSchema, `${where}.*`);
  }
  if (schema.type === 'string' && !isBounded(schema)) {
    yield fault(where, ['Chuỗi dài bao nhiêu cũng nhận.', 'The string may be of any length.'], ['Dùng textOf(min, max), .max(n), enum, hoặc mẫu ^…$ có độ dài hữu hạn.', 'Use textOf(min, max), .max(n), an enum, or a pattern ^…$ of finite length.']);
  }
  if (schema.type === 'array') {
    if (schema.maxItems === undefined) yield fault(where, ['Danh sách dài bao nhiêu cũng nhận.', 'The list may be of any length.'], ['Thêm .max(n).', 'Add .max(n).']);
    if (typeof schema.items === 'object' && !Array.isArray(schema.items)) yield* limitless(schema.items as JsonSchema, `${where}[]`);
  }
}

const shortFormats = new Set(['uuid', 'guid', 'date', 'date-time', 'time', 'ipv4', 'ipv6', 'duration']);

function isBounded({ maxLength, enum: values, const: only, format, pattern }: JsonSchema): boolean {
  if (maxLength !== undefined || values !== undefined || only !== undefined || shortFormats.has(format ?? '')) return true;
  if (pattern === undefined || !pattern.startsWith('^') || !pattern.endsWith('$')) return false;
  const skeleton = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !/[*+]|\{\d*,\}/.test(skeleton);
}

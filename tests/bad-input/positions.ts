/** JSON Schema as the OpenAPI document of a province shows it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly contentMediaType?: string;
}

export type Path = readonly (string | number)[];

export interface Positions {
  readonly strings: readonly { readonly path: Path; readonly schema: Schema }[];
  readonly numbers: readonly { readonly path: Path; readonly schema: Schema }[];
  /** Objects that take no fields but their own. */
  readonly objects: readonly Path[];
}

/** Where in a body its schema has texts, numbers and objects. */
export function positionsOf(schema: Schema, path: Path = []): Positions {
  const none: Positions = { strings: [], numbers: [], objects: [] };
  if (schema.type === 'string' || schema.const !== undefined) return { ...none, strings: [{ path, schema }] };
  if (schema.type === 'number' || schema.type === 'integer') return { ...none, numbers: [{ path, schema }] };
  if (schema.type === 'array') return positionsOf(schema.items ?? {}, [...path, 0]);
  const inside = Object.entries(schema.properties ?? {}).map(([name, of]) => positionsOf(of, [...path, name]));
  const closed = schema.type === 'object' && schema.additionalProperties === false;
  return {
    strings: inside.flatMap(({ strings }) => strings),
    numbers: inside.flatMap(({ numbers }) => numbers),
    objects: [...(closed ? [path] : []), ...inside.flatMap(({ objects }) => objects)],
  };
}

/** Whether any text may stand there, so that SQL is as good as any other. */
export function isFreeText({ minLength, maxLength, enum: values, const: value, pattern, format }: Schema): boolean {
  return minLength !== undefined && maxLength !== undefined && values === undefined && value === undefined && pattern === undefined && format === undefined;
}

/** The value with another one at the path; objects and lists on the way are made where they are missing. */
export function withAt(value: unknown, path: Path, other: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return other;
  if (typeof key === 'number') return [withAt((value as unknown[] | undefined)?.[key], rest, other)];
  return { ...(value as object), [key]: withAt((value as Record<string, unknown> | undefined)?.[key], rest, other) };
}

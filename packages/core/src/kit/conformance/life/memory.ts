import type { Route } from '../../../plugin/route.ts';
import type { Sent } from './caller.ts';

/** What was learned about one thing: ids, codes and secrets of it that belong together. */
export type Learned = Readonly<Record<string, unknown>>;

export interface Memory {
  /** Every text of at least eight characters that an answer held. */
  readonly seen: ReadonlySet<string>;
  /** Files that were uploaded, by the name of the route that took them: `photos`. */
  readonly uploads: Learned;
  learn(sent: Sent, answer: unknown): void;
  /** What a request to this route could be about, the likeliest first; never empty. */
  about(route: Route): readonly Learned[];
}

const mostThings = 400;
const mostOfAnAnswer = 50;

export function createMemory(): Memory {
  const seen = new Set<string>();
  const uploads: Record<string, unknown> = {};
  const things: { readonly from: string; readonly values: Learned }[] = [];

  return {
    seen,
    uploads,
    learn({ route, params, json }, answer) {
      for (const text of textsIn(answer)) if (text.length >= 8) seen.add(text);
      const found = thingsIn(answer).slice(0, mostOfAnAnswer);
      if (route.upload) uploads[route.path.split('/').at(-1)!] = found[0]?.['id'];
      const said = route.method === 'get' || json === undefined ? {} : ownOf(json);
      for (const values of found) things.push({ from: route.path, values: { ...said, ...params, ...values } });
      const { next } = (answer ?? {}) as { next?: unknown };
      if (typeof next === 'string') things.push({ from: route.path, values: { cursor: next } });
      things.splice(0, things.length - mostThings);
    },
    about(route) {
      const params = Object.keys(route.params?.shape ?? {});
      const wanted = [route.params, route.query, route.body].flatMap((schema) => Object.keys(schema?.shape ?? {}));
      const [collection = ''] = route.path.split('/{');
      const scored = things.flatMap(({ from, values }, age) => {
        const near = from.startsWith(collection);
        // `/toilets/{toilet}` wants what `/toilets` calls `id`.
        const own = near ? (values['id'] ?? values['code']) : undefined;
        const named = { ...values, ...Object.fromEntries(params.filter((name) => values[name] === undefined).map((name) => [name, own])) };
        if (params.some((name) => named[name] === undefined) || ('cursor' in values && from !== route.path)) return [];
        // Of equals the newest: it stands where the steps before this one have left it.
        return [{ values: named, score: wanted.filter((name) => named[name] !== undefined).length + (near ? 1 : 0) + age / (mostThings + 1) }];
      });
      return [...scored.toSorted((a, b) => b.score - a.score).map(({ values }) => values), {}];
    },
  };
}

function ownOf(value: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries((value ?? {}) as object).filter(([, one]) => typeof one !== 'object'));
}

/** Every object of an answer that says something of its own, the outermost first. */
function thingsIn(value: unknown): Learned[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? {} : ownOf(value);
  return [...(Object.keys(own).length > 0 ? [own] : []), ...Object.values(value).flatMap(thingsIn)];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

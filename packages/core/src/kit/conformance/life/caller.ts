import { randomInt } from 'node:crypto';
import sharp from 'sharp';
import type { Plugin } from '../../../plugin/plugin.ts';
import type { Route } from '../../../plugin/route.ts';
import type { TestSite } from '../../test-site.ts';
import { compose } from './compose.ts';
import { createMemory, type Learned } from './memory.ts';
import { contactsOf, type Marks, type Vocabulary } from './samples.ts';

/** A request as it was sent, to be sent again elsewhere. */
export interface Sent {
  readonly route: Route;
  readonly path: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly json: unknown;
}

export interface Call extends Sent {
  readonly status: number;
  readonly text: string;
}

export interface Caller {
  readonly marks: Marks;
  /** The last call of each route that the plugin understood: it succeeded, or met a thing in another state (409). */
  readonly understood: ReadonlyMap<Route, Call>;
  /** The last refusal of each route that was never understood. */
  readonly refused: ReadonlyMap<Route, Call>;
  /** What a stranger reads right after one of its writes, before anybody hides it, where this caller's phone or e-mail stands in it. */
  readonly exposed: ReadonlyMap<Route, Call>;
  /** Texts that its answers held. */
  readonly seen: ReadonlySet<string>;
  /** Goes through all routes a few times, with what it has learned so far. */
  walk(): Promise<void>;
}

const rounds = 5;
const mostTries = 6;
const mostThings = 3;

/**
 * A caller who knows only the declaration: it fills requests in from the schemas, learns ids, codes and secrets from
 * the answers, and mends a request by the fields that its refusal names.
 */
export function createCaller(options: { site: TestSite; plugin: Plugin; as: string; marks: Marks; known: Vocabulary }): Caller {
  const { site, plugin, as, marks, known } = options;
  const memory = createMemory();
  const understood = new Map<Route, Call>();
  const refused = new Map<Route, Call>();
  const exposed = new Map<Route, Call>();
  // What is removed early cannot be looked at later.
  const order = plugin.routes.toSorted((a, b) => Number(a.method === 'delete') - Number(b.method === 'delete'));

  /** About the likeliest thing first; about others where that one is not there, not ours, or in another state. */
  async function call(route: Route): Promise<void> {
    for (const about of memory.about(route).slice(0, mostThings)) {
      const outcome = await insist(route, about, as);
      if (outcome.status < 400 || (outcome.status === 409 && !understood.has(route))) understood.set(route, outcome);
      else if (!understood.has(route)) refused.set(route, outcome);
      if (understood.has(route)) refused.delete(route);
      if (outcome.status >= 400) continue;
      const answer = jsonOf(outcome.text);
      if (answer !== undefined) memory.learn(outcome, answer);
      if (route.method !== 'get') await readAsStranger(outcome);
      return;
    }
  }

  async function insist(route: Route, about: Learned, session?: string): Promise<Call> {
    const wrong = new Map<string, number>();
    for (let tries = 1; ; tries += 1) {
      const filling = { about, marks: { ...marks, asStaff: route.access.includes(':') }, known: { ...known, ...memory.uploads }, refused: wrong };
      const sent = { route, ...address(plugin, route, compose(route, 'params', filling) ?? {}, compose(route, 'query', filling) ?? {}), json: compose(route, 'body', filling) };
      const response = await sendAgain(site, sent, session);
      const text = await response.text();
      const { errors = [] } = (jsonOf(text) ?? {}) as { errors?: readonly { path: string }[] };
      if (response.status !== 422 || errors.length === 0 || tries === mostTries) return { ...sent, status: response.status, text };
      for (const { path } of errors) wrong.set(path, (wrong.get(path) ?? 0) + 1);
    }
  }

  /** Every public read about the thing that was written to: a moment later it may be hidden, or a newer one stand in its place. */
  async function readAsStranger({ params }: Sent): Promise<void> {
    const ids = Object.values(params);
    for (const route of order.filter((one) => one.method === 'get' && one.access === 'public' && !exposed.has(one))) {
      const things = memory.about(route);
      const seen = await insist(route, things.find((thing) => ids.every((id) => Object.values(thing).includes(id))) ?? things[0]!);
      if (contactsOf(marks).some((mark) => seen.text.includes(mark))) exposed.set(route, seen);
    }
  }

  return {
    marks,
    understood,
    refused,
    exposed,
    seen: memory.seen,
    async walk() {
      for (let round = 0; round < rounds; round += 1) {
        // What was done once is not done again, or the last step of a life would end it before the others are tried.
        for (const route of order) if (round === 0 || route.method === 'get' || !hasEnded(understood.get(route))) await call(route);
      }
    },
  };
}

const jsonOf = (text: string): unknown => (/^[[{]/.test(text) ? JSON.parse(text) : undefined);

/** A change that succeeded; one that made something is worth another. */
function hasEnded(call: Call | undefined): boolean {
  return call !== undefined && call.status < 400 && call.status !== 201;
}

/** Sends a request, at any province and as anybody. */
export async function sendAgain(site: TestSite, { route, path, json }: Sent, as?: string): Promise<Response> {
  const init = { method: route.method.toUpperCase(), ...(as !== undefined && { as }) };
  if (route.upload) return site.request(path, { ...init, headers: { 'content-type': 'image/png' }, body: (await samplePicture()) as BodyInit });
  return site.request(path, { ...init, ...(json !== undefined && { json }) });
}

function address(plugin: Plugin, route: Route, params: Readonly<Record<string, unknown>>, query: Readonly<Record<string, unknown>>) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return { params, path: `/api/${plugin.id}${path}${search.length > 0 ? `?${search.join('&')}` : ''}` };
}

function samplePicture(): Promise<Buffer> {
  const background = { r: randomInt(256), g: randomInt(256), b: randomInt(256) };
  return sharp({ create: { width: 40, height: 30, channels: 3, background } }).png().toBuffer();
}

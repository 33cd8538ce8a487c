import { createHash, randomUUID } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import { invalid } from '../../plugin/problem.ts';
import type { RouteCall } from '../../plugin/route.ts';
import { isStorableText } from '../../plugin/schemas.ts';
import { refuseForeignPage } from '../refuse-foreign-writes.ts';
import { readBytes } from '../read-bytes.ts';
import { ofStatus } from '../to-problem.ts';

/** What a plain HTML form sent. */
export interface Form {
  /** Of all its fields, each once. */
  readonly names: readonly string[];
  /** A field's value, NFC, trimmed, with `\n` between lines; empty where the field is missing. */
  text(name: string): string;
  texts(name: string): readonly string[];
  /** A password as it was typed. */
  exact(name: string): string;
  /** The files a person chose for a field; an empty choice is none. */
  files(name: string): readonly Uint8Array[];
  /** For `call`: present where the form carries `onceField`. */
  readonly repeat: NonNullable<RouteCall['repeat']> | undefined;
}

const onceName = 'once';
/** Five pictures of a present-day phone. The proxies in templates/deploy let as much through. */
export const mostBytesWithPictures = 40 * 1024 * 1024;

/** A hidden key that makes a second press of the same form find the first one's result. */
export function onceField(): Html {
  return html`<input type="hidden" name="${onceName}" value="${randomUUID()}">`;
}

/**
 * Reads the form of a POST that came from a page of this very host.
 *
 * @throws Problem 403 for a form on another website, 413 beyond `mostBytes`, 415 for what is no form, 422 for text that cannot be stored
 */
export async function readForm(c: HonoContext, mostBytes = mostBytesWithPictures): Promise<Form> {
  refuseForeignPage(c);
  const fields = await parse(c, mostBytes);
  const hash = createHash('sha256').update(c.req.path);
  const texts = new Map<string, string[]>();
  const files = new Map<string, Uint8Array[]>();
  for (const [name, value] of fields) {
    const content = typeof value === 'string' ? storable(name, value) : new Uint8Array(await value.arrayBuffer());
    if (name !== onceName) hash.update(JSON.stringify([name, content.length])).update(content);
    if (typeof content === 'string') append(texts, name, content);
    else if (content.length > 0) append(files, name, content);
  }
  const key = texts.get(onceName)?.[0];
  return {
    names: [...new Set([...texts.keys(), ...files.keys()])],
    text: (name) => clean(texts.get(name)?.[0] ?? ''),
    texts: (name) => (texts.get(name) ?? []).map(clean),
    exact: (name) => texts.get(name)?.[0] ?? '',
    files: (name) => files.get(name) ?? [],
    repeat: key === undefined ? undefined : { key, hash: hash.digest() },
  };
}

async function parse(c: HonoContext, mostBytes: number): Promise<FormData> {
  const type = c.req.header('content-type') ?? '';
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) throw ofStatus(415);
  const body = await readBytes(c, mostBytes);
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw ofStatus(400);
  }
}

function storable(name: string, value: string): string {
  if (!isStorableText(value)) throw invalid(`body.${name}`, { vi: 'có ký tự không lưu được', en: 'holds a character that cannot be stored' });
  return value;
}

const clean = (value: string) => value.replaceAll('\r\n', '\n').normalize('NFC').trim();

function append<T>(map: Map<string, T[]>, name: string, value: T): void {
  const known = map.get(name);
  if (known === undefined) map.set(name, [value]);
  else known.push(value);
}

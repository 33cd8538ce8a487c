import { XMLBuilder } from 'fast-xml-parser';
import { elementOf, type Format, mediaTypes, type Root, type Value } from './resources.ts';

const builder = new XMLBuilder({ format: false, processEntities: true, suppressEmptyNode: false });
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

/** One answer in the format that the address asked for. */
export function writeAnswer(format: Format, root: Root, value: Value, { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {}): Response {
  const text = format === 'json' ? JSON.stringify(value) : writeXml(root, value);
  return new Response(text, { status, headers: { 'content-type': mediaTypes[format], 'cache-control': 'no-store', ...headers } });
}

function writeXml(root: Root, value: Value): string {
  return `${declaration}${builder.build({ [root]: toXml(root, value) })}`;
}

/** What the builder writes: lists as their elements, what is absent as an empty element. */
function toXml(name: string, value: Value): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) {
    const element = elementOf[name];
    if (element === undefined) throw new Error(`the elements of the list ${name} have no name`);
    // An empty list is an empty element; the builder leaves out what is undefined.
    return value.length === 0 ? '' : { [element]: value.map((item) => toXml(element, item as Value)) };
  }
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toXml(key, inner as Value)]));
  return typeof value === 'string' ? withoutControls(value) : String(value);
}

/** XML 1.0 has no way to write most control characters, not even escaped; people paste them into forms. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** A longer letter says no more that a report could hold. */
const mostCharacters = 1_000_000;
/** Elements whose content is no words. */
const unseen: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template']);
const lineEnds: ReadonlySet<string> = new Set(['br', '/p', '/div', '/li', '/tr', '/h1', '/h2', '/h3', '/h4', '/h5', '/h6', 'hr', '/blockquote']);
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a letter that was written as HTML alone; nothing of it is ever shown as HTML. */
export function htmlToText(html: string): string {
  return wordsOf(html.slice(0, mostCharacters))
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (entity, name: string) => decoded(name) ?? entity)
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Goes through it once, from left to right, so that no letter takes longer than its length: patterns would not promise that. */
function wordsOf(html: string): string {
  const parts: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    parts.push((open === -1 ? html.slice(at) : html.slice(at, open)).replace(/\s+/g, ' '));
    if (open === -1) break;
    if (!/[a-z/!?]/.test(lower.charAt(open + 1))) {
      parts.push('<');
      at = open + 1;
      continue;
    }
    const name = /^\/?[a-z0-9]*/.exec(lower.slice(open + 1, open + 16))![0];
    parts.push(lineEnds.has(name) ? '\n' : name === 'li' ? '- ' : '');
    at = lower.startsWith('<!--', open) ? after(html, '-->', open) : after(html, '>', open);
    if (unseen.has(name)) at = after(html, '>', positionOf(lower, `</${name}`, at));
  }
  return parts.join('');
}

const positionOf = (text: string, wanted: string, from: number): number => {
  const found = text.indexOf(wanted, from);
  return found === -1 ? text.length : found;
};
/** Behind what is looked for; the end where it is missing. */
const after = (text: string, wanted: string, from: number): number => Math.min(text.length, positionOf(text, wanted, from) + wanted.length);

function decoded(name: string): string | undefined {
  if (!name.startsWith('#')) return named[name.toLowerCase()];
  const point = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return Number.isNaN(point) || point === 0 || point > 0x10ffff ? undefined : String.fromCodePoint(point);
}

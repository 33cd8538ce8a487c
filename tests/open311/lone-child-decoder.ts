/**
 * Decodes XML as many deployed clients do, with all that they get wrong: an element with one child is no list, text that
 * looks like a number is one, and what is empty is nothing at all.
 */
export type Decoded = string | number | null | readonly Decoded[] | { readonly [name: string]: Decoded };

export function decodeXml(text: string): Decoded {
  const tokens = text.replace(/^<\?xml[^>]*\?>\s*/, '').match(/<[^>]+>|[^<]+/g) ?? [];
  let at = 0;

  function element(): readonly [string, Decoded] {
    const opening = tokens[at++]!;
    const name = /^<([\w-]+)/.exec(opening)![1]!;
    if (opening.endsWith('/>')) return [name, null];
    const children: (readonly [string, Decoded])[] = [];
    let content = '';
    while (!tokens[at]!.startsWith('</')) {
      if (tokens[at]!.startsWith('<')) children.push(element());
      else content += tokens[at++]!;
    }
    if (tokens[at++] !== `</${name}>`) throw new Error(`<${name}> does not end`);
    return [name, children.length === 0 ? scalar(content) : grouped(children)];
  }

  return element()[1];
}

function scalar(content: string): Decoded {
  const text = content.replace(/&(lt|gt|quot|apos|amp|#\d+|#x[\da-f]+);/gi, (_, name: string) => entity(name)).trim();
  return text === '' ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function entity(name: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return named[name.toLowerCase()] ?? String.fromCodePoint(name.startsWith('#x') ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

function grouped(children: readonly (readonly [string, Decoded])[]): Decoded {
  const byName = Map.groupBy(children, ([name]) => name);
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.length === 1 ? all[0]![1] : all.map(([, value]) => value)]));
}

import type { Plugin } from 'vite';

/** Sheets are written to be read; on the line they need no comments and no white space. Vite leaves templates as they are. */
export function compactSheets(): Plugin {
  return {
    name: 'tinhthong-compact-sheets',
    transform(code, id) {
      if (!/(?:\.styles|\/sheets)\.ts$/.test(id.split('?')[0]!)) return null;
      return { code: code.replace(/\bcss`[^`]*`/g, compact), map: null };
    },
  };
}

/** Around the signs of a rule no space is needed; one before a colon may be a selector's. */
function compact(sheet: string): string {
  return sheet
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
}

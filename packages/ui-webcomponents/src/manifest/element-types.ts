import { posix } from 'node:path';
import type { Attribute, Manifest } from './manifest.ts';

/**
 * Types of the elements in a manifest: for `document.querySelector('tt-…')`, and of their attributes for JSX and Vue.
 *
 * @example declare module 'react' { namespace JSX { interface IntrinsicElements extends TinhThongElements {} } }
 */
export function elementTypes({ modules }: Manifest, folder: string, written: string): string {
  const elements = modules
    .flatMap(({ path, declarations }) => declarations.map((one) => ({ ...one, path, tag: one.tagName! })))
    .toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const from = (path: string) => {
    const to = posix.relative(folder, path);
    return to.startsWith('.') ? to : `./${to}`;
  };
  return `${written}
${elements.map(({ name, path }) => `import type { ${name} } from '${from(path)}';`).join('\n')}

declare global {
  interface HTMLElementTagNameMap {
${elements.map(({ tag, name }) => `    '${tag}': ${name};`).join('\n')}
  }
}

interface Common {
  id?: string;
  class?: string;
  className?: string;
  lang?: 'vi' | 'en';
  theme?: 'light' | 'dark' | 'auto';
  slot?: string;
  hidden?: boolean;
  key?: string | number;
  ref?: unknown;
  children?: unknown;
}

/** Attributes of each element, as JSX, Vue's \`GlobalComponents\` and templates of others know them. */
export interface TinhThongElements {
${elements.map(({ tag, attributes }) => `  '${tag}': Common${attributesOf(attributes)};`).join('\n')}
}
`;
}

function attributesOf(attributes: readonly Attribute[] = []): string {
  if (attributes.length === 0) return '';
  return ` & { ${attributes.map((attribute) => `${/^[\w]+$/.test(attribute.name) ? attribute.name : `'${attribute.name}'`}?: ${kindOf(attribute)}`).join('; ')} }`;
}

/** In markup an attribute is text; numbers and switches may be given as such, and lists as JSON. */
function kindOf({ type }: Attribute): string {
  const text = type?.text ?? '';
  if (/\bboolean\b/.test(text)) return 'boolean';
  return /^(?:readonly )?number(?: \| undefined)?$/.test(text) ? 'number | string' : 'string';
}

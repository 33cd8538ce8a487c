import ts from 'typescript';
import type { Text } from '../base/language.ts';

export interface PolicyFault {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
  /** What stands there. */
  readonly found: string;
  /** Why a strict page refuses it. */
  readonly why: Text;
  /** What to write in its place. */
  readonly instead: Text;
}

type Reason = Pick<PolicyFault, 'why' | 'instead'>;
type Found = readonly [found: string, reason: Reason];

const hole = '\u0000';
const sheet: Reason = {
  why: { vi: 'trang nghiêm ngặt chặn style trong trang', en: 'strict pages block styles in markup' },
  instead: { vi: 'viết vào `static styles`, đổi bằng class hoặc thuộc tính', en: 'write `static styles`, and change classes or attributes' },
};
const markup: Reason = {
  why: { vi: 'Trusted Types chặn mã đánh dấu dạng chuỗi', en: 'trusted types refuse markup as text' },
  instead: { vi: 'dùng khuôn mẫu html`…` của Lit hoặc textContent', en: 'use a Lit template or textContent' },
};
const code: Reason = {
  why: { vi: 'trang nghiêm ngặt chặn mã chạy từ chuỗi', en: 'strict pages block code that is made of text' },
  instead: { vi: 'viết thành hàm', en: 'write a function' },
};
const handler: Reason = {
  why: { vi: 'trang nghiêm ngặt chặn trình xử lý viết trong thẻ', en: 'strict pages block handlers in markup' },
  instead: { vi: 'dùng @click=${…} của Lit', en: 'use Lit\'s @click=${…}' },
};
const address: Reason = {
  why: { vi: 'trang chỉ cho phép địa chỉ của tỉnh, không cho data: và blob:', en: 'pages allow the province\'s address, not data: and blob:' },
  instead: { vi: 'vẽ lên canvas hoặc dùng SVG trong khuôn mẫu', en: 'draw on a canvas, or put an SVG into the template' },
};
const decorator: Reason = {
  why: { vi: 'không dùng decorator: Node chạy thẳng TypeScript', en: 'no decorators: Node runs the TypeScript as it is' },
  instead: { vi: 'khai báo `static properties` và `declare`', en: 'write `static properties` and `declare`' },
};
const patched: Reason = {
  why: { vi: 'trang dùng MooTools hay Prototype thay Array.from bằng hàm của họ, không nhận hàm ánh xạ', en: 'pages with MooTools or Prototype have an Array.from of their own, which maps nothing' },
  instead: { vi: 'viết [...of].map(…) hoặc [...Array(n).keys()].map(…)', en: 'write [...of].map(…) or [...Array(n).keys()].map(…)' },
};
const foreign: Reason = {
  why: { vi: 'trang nghiêm ngặt chặn tệp và đoạn mã gắn thêm', en: 'strict pages block scripts and sheets that are added' },
  instead: { vi: 'nhập bằng import', en: 'use import' },
};

const inTemplates: readonly (readonly [RegExp, Reason])[] = [
  [/<style\b/gi, sheet],
  [/\sstyle\s*=/gi, sheet],
  [/<(?:script|link|base)\b/gi, foreign],
  [/\son[a-z]+\s*=/gi, handler],
  [/[\s"'](?:\.|\?)?(?:innerHTML|outerHTML|srcdoc)\s*=/g, markup],
  [/=\s*["']?\s*javascript:/gi, code],
  [/=\s*["']?\s*(?:data|blob):/gi, address],
];
const inSheets: readonly (readonly [RegExp, Reason])[] = [
  [/url\(\s*["']?\s*(?:data|blob):/gi, address],
  [/@import\b/gi, foreign],
];
const names: Readonly<Record<string, Reason>> = { unsafeHTML: markup, unsafeSVG: markup, unsafeMathML: markup, unsafeStatic: markup, styleMap: sheet };
const members: Readonly<Record<string, Reason>> = {
  innerHTML: markup,
  outerHTML: markup,
  insertAdjacentHTML: markup,
  setHTMLUnsafe: markup,
  parseHTMLUnsafe: markup,
  createContextualFragment: markup,
  parseFromString: markup,
  srcdoc: markup,
  createObjectURL: address,
};
const templateTags = new Set(['html', 'svg', 'mathml']);

/**
 * What a page with a strict policy would refuse in the source of an interface: `style-src` and `script-src` of listed
 * origins, no `unsafe-inline`, no `unsafe-eval`, trusted types. Read from the syntax, so that words in comments and texts
 * are no faults.
 *
 * @example strictPolicyFaults('ui/widgets/lamp.ts', source) // [{ line: 12, column: 5, found: '<style', why: { vi, en }, instead: { vi, en } }]
 */
export function strictPolicyFaults(path: string, text: string): PolicyFault[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const faults: PolicyFault[] = [];
  const add = (position: number, [found, reason]: Found) => {
    const { line, character } = file.getLineAndCharacterOfPosition(position);
    faults.push({ line: line + 1, column: character + 1, found: found.trim(), ...reason });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) {
      const tag = node.tag.getText(file).split(/[.<]/).at(-1)!;
      const searched = templateTags.has(tag) ? inTemplates : tag === 'css' ? inSheets : [];
      if (searched.length > 0) for (const [offset, found] of search(node.template, file, searched)) add(offset, found);
    } else {
      const found = inCode(node, file);
      if (found !== undefined) add(node.getStart(file), found);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return faults;
}

/** Holes are blanked at their length, so that a place in the blanked text is the place in the file. */
function* search(template: ts.TemplateLiteral, file: ts.SourceFile, patterns: typeof inTemplates): Generator<readonly [number, Found]> {
  const start = template.getStart(file);
  let text = template.getText(file);
  if (ts.isTemplateExpression(template)) {
    for (const { expression } of template.templateSpans) {
      const [from, to] = [expression.getFullStart() - start, expression.getEnd() - start];
      text = text.slice(0, from) + hole.repeat(to - from) + text.slice(to);
    }
  }
  text = text.replace(/<!--[\s\S]*?-->/g, (comment) => hole.repeat(comment.length));
  for (const [pattern, reason] of patterns) for (const match of text.matchAll(pattern)) yield [start + match.index, [match[0], reason]];
}

function inCode(node: ts.Node, file: ts.SourceFile): Found | undefined {
  if (ts.isDecorator(node)) return [node.getText(file), decorator];
  if (ts.isImportSpecifier(node)) {
    const { text } = node.propertyName ?? node.name;
    return Object.hasOwn(names, text) ? [text, names[text]!] : undefined;
  }
  if (ts.isStringLiteralLike(node)) return /^(?:blob:|data:[\w.+-]*\/?[\w.+-]*[;,])/.test(node.text) ? [`${node.text.slice(0, 24)}…`, address] : undefined;
  if (ts.isPropertyAccessExpression(node)) {
    const { text } = node.name;
    if (text === 'write' && node.expression.getText(file) === 'document') return ['document.write', markup];
    return Object.hasOwn(members, text) ? [text, members[text]!] : undefined;
  }
  return ts.isCallExpression(node) || ts.isNewExpression(node) ? inCall(node, file) : undefined;
}

function inCall(node: ts.CallExpression | ts.NewExpression, file: ts.SourceFile): Found | undefined {
  const called = node.expression.getText(file).replace(/^(?:window|globalThis|self)\./, '');
  const [first, second] = node.arguments ?? [];
  if (called === 'eval' || called === 'Function') return [ts.isNewExpression(node) ? 'new Function' : called, code];
  if (/^set(?:Timeout|Interval)$/.test(called) && first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))) return [`${called}('…')`, code];
  if (called === 'Array.from' && second !== undefined) return ['Array.from(…, …)', patched];
  const name = first !== undefined && ts.isStringLiteralLike(first) ? first.text.toLowerCase() : '';
  if (called.endsWith('.createElement') && name === 'style') return [`createElement('style')`, sheet];
  if (called.endsWith('.createElement') && (name === 'script' || name === 'link')) return [`createElement('${name}')`, foreign];
  if (called.endsWith('.setAttribute') && second !== undefined && name === 'style') return [`setAttribute('style')`, sheet];
  return called.endsWith('.setAttribute') && /^on[a-z]+$/.test(name) ? [`setAttribute('${name}')`, handler] : undefined;
}

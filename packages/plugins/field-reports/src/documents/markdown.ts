import type { Text } from '@tinhthong/core';

export const both = ({ vi, en }: { readonly vi: string; readonly en?: string | undefined }): string => (en === undefined ? vi : `${vi} · ${en}`);
export const code = (text: string): string => `\`${text}\``;

type Cells = readonly (string | number | null | undefined)[];

export function table(heads: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells) => `| ${cells.map((cell) => String(cell ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A page that is written by the generator alone. */
export function page(title: Text, ...parts: readonly string[]): string {
  const by = 'Trang này do `npm run generate` viết từ chính các bảng mà mã dùng; đừng sửa tay. · Written by `npm run generate` from the tables that the code uses; not edited by hand.';
  return `${[`# ${title.vi}`, `*${title.en ?? title.vi}*`, by, ...parts].join('\n\n')}\n`;
}

/** Puts each part between its marks, `<!-- name -->` and `<!-- /name -->`, of a page that is otherwise written by hand. */
export function withParts(text: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((written, [name, part]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [written.indexOf(begin), written.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`the page has no marks ${begin} … ${end}`);
    return `${written.slice(0, from + begin.length)}\n${part}\n${written.slice(to)}`;
  }, text);
}

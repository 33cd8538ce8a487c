import type { Text } from '../../plugin/text.ts';
import type { CheckResult } from './try-check.ts';

const signs = { passed: '✓', failed: '✗', 'left-out': '–' } as const;
const inBoth = ({ vi, en }: Text): string => (en === undefined || en === vi ? vi : `${vi} / ${en}`);

/** One check as a line, and below it everything that is wrong, where, and how to mend it. */
export function resultLines(result: CheckResult): string[] {
  const { id, title, state, reason } = result;
  return [`${signs[state]} ${id.padEnd(17)} ${inBoth(title)}${reason === undefined ? '' : ` (${inBoth(reason)})`}`, ...faultLines(result)];
}

export function faultLines({ faults, why }: CheckResult): string[] {
  if (faults.length === 0) return [];
  const lines = faults.flatMap(({ where, what, mend }) => [`    ${where}`, `      ${inBoth(what)}`, `      → ${inBoth(mend)}`]);
  return [...lines, `    Vì sao / why: ${inBoth(why)}`];
}

/** What no check can show: said, so that nobody takes a pass for more than it is. */
export const notProven: Text = {
  vi: 'Không chứng minh được bằng phép thử: mọi giá trị trong SQL đều được ràng buộc (không ghép chuỗi), và mã không cố ý phá. Hãy đọc mã.',
  en: 'No trial shows that every value in SQL is bound rather than pasted, nor that the code means no harm. Read it.',
};

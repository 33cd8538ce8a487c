import type { Say } from '../base/language.ts';

/** How much room is left, or what there is too much. */
export function countWords(say: Say, rest: number): string {
  const [vi, en] = [Math.abs(rest).toLocaleString('vi'), Math.abs(rest).toLocaleString('en')];
  return rest < 0 ? say(`Dài quá ${vi} ký tự`, `${en} characters too many`) : say(`Còn ${vi} ký tự`, `${en} characters left`);
}

/**
 * The same for those who hear it: in steps, because a screen reader would speak with every key; only near the end, and
 * again once the text is too long.
 */
export function spokenRest(say: Say, rest: number, most: number): string {
  if (rest > most / 10) return '';
  const step = rest < 0 || rest > 50 ? 25 : 10;
  return countWords(say, rest === 0 ? 0 : Math.floor(rest / step) * step || (rest < 0 ? -step : 0));
}

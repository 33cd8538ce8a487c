import type { Language, Say } from '../base/language.ts';

/** Why a figure stands there or not, as modules publish it. `withheld`: 1 to 9 cases; `too-few`: below the least sample; `none`: nothing to reckon. */
export type FigureState = 'shown' | 'withheld' | 'too-few' | 'none';

/** A figure; without a state it is shown, or missing where it is `null`. */
export interface Figure {
  readonly value: number | null;
  readonly state?: FigureState;
}

export const stateOf = ({ value, state }: Figure): FigureState => (state !== undefined && state !== 'shown' ? state : value === null ? 'none' : 'shown');

/** The value where it is shown, for drawing. */
export const shownValue = (figure: Figure): number | null => (stateOf(figure) === 'shown' ? figure.value : null);

export function stateWord(say: Say, state: Exclude<FigureState, 'shown'>): string {
  if (state === 'withheld') return say('giữ kín', 'withheld');
  return state === 'too-few' ? say('không đủ mẫu', 'too few') : say('chưa có số liệu', 'no data');
}

/** `1.234,5`; in English `1,234.5`. */
export function numberText(value: number, language: Language, digits = 1): string {
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits }).format(value);
}

/** `90,8%`, `12 giờ`: a unit stands after a space that does not break, the per cent sign without. */
export function amountText(value: number, unit: string, language: Language): string {
  const number = numberText(value, language);
  if (unit === '') return number;
  return unit === '%' ? `${number}%` : `${number}\u00a0${unit}`;
}

/** A figure in words, whatever its state. */
export function figureText(figure: Figure, unit: string, language: Language, say: Say): string {
  const state = stateOf(figure);
  return state === 'shown' ? amountText(figure.value!, unit, language) : stateWord(say, state);
}

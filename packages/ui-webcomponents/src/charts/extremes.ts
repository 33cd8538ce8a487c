import type { Language, Say } from '../base/language.ts';
import { amountText, type Figure, shownValue, stateOf, stateWord } from './words.ts';

export interface Named extends Figure {
  readonly label: string;
}

/** "12 dòng. Cao nhất: Hương Trà, 96,4%. Thấp nhất: A Lưới 2, 61%. Giữ kín: 2." */
export function extremes(rows: readonly Named[], unit: string, language: Language, say: Say): string {
  const shown = rows.filter((row) => shownValue(row) !== null).toSorted((a, b) => b.value! - a.value!);
  const high = shown[0];
  const low = shown.at(-1);
  const words = [say(`${rows.length} dòng.`, `${rows.length} rows.`)];
  const named = ({ label, value }: Named) => `${label}, ${amountText(value!, unit, language)}.`;
  if (high !== undefined) words.push(`${say('Cao nhất:', 'Highest:')} ${named(high)}`);
  if (low !== undefined && low !== high) words.push(`${say('Thấp nhất:', 'Lowest:')} ${named(low)}`);
  for (const state of ['withheld', 'too-few', 'none'] as const) {
    const count = rows.filter((row) => stateOf(row) === state).length;
    if (count > 0) words.push(`${capital(stateWord(say, state))}: ${count}.`);
  }
  return words.join(' ');
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

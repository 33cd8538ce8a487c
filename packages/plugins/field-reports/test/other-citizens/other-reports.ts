import { seededRandom } from '../../src/demo/random.ts';
import { write } from '../../src/demo/write-text.ts';
import { withoutAccents } from '../../src/suggestions/text-features.ts';
import { otherEndings, otherNames, otherOpenings, otherPlaces, otherSince, otherTexts } from './other-texts.ts';

export interface OtherReport {
  readonly category: string;
  readonly text: string;
}

/** Half the citizens write without accents. */
const withoutAccentsShare = 0.5;
const shorthand: readonly (readonly [RegExp, string])[] = [
  [/\bkhông\b/g, 'k'],
  [/\bđược\b/g, 'dc'],
  [/\bnước\b/g, 'nc'],
  [/\bđường\b/g, 'đg'],
  [/\bngười\b/g, 'ng'],
];

/** Reports of people whom the model has never read, the categories in equal shares; the same seed gives the same. */
export function otherReports(count: number, seed: number): OtherReport[] {
  const random = seededRandom(seed);
  const categories = Object.entries(otherTexts);
  return Array.from({ length: count }, (_, i) => {
    const [category, templates] = categories[i % categories.length]!;
    const slots = { o: () => random.pick(otherPlaces), ten: () => random.pick(otherNames), luc: () => random.pick(otherSince) };
    let text = [random.pick(otherOpenings), write(random.pick(templates), slots, random), random.pick(otherEndings)].filter((part) => part !== '').join(' ');
    if (random.chance(0.15)) text = shorthand.reduce((shorter, [word, short]) => shorter.replace(word, short), text);
    if (random.chance(withoutAccentsShare)) text = withoutAccents(text).toLowerCase();
    return { category, text };
  });
}

import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { write } from '../write-text.ts';
import { textsByCategory } from './by-category.ts';
import type { CaseTexts, Template } from './category-texts.ts';

const citizenSlots = Object.fromEntries(['at', 'road', 'area', 'mark', 'commune', 'since', 'now', 'n', 'lane', 'i'].map((slot) => [slot, slot]));
const staffSlots = Object.fromEntries(['team', 'place', 'area', 'commune', 'date', 'day', 'n'].map((slot) => [slot, slot]));

describe.each([...textsByCategory])('texts of %s', (_, category) => {
  const ofCitizens: (readonly Template[])[] = [
    category.wish,
    ...category.cases.flatMap(({ problem, harm, wish = [] }) => [problem, harm, ...(wish.length > 0 ? [wish] : [])]),
  ];
  const ofStaff: (readonly Template[])[] = [
    category.planned,
    category.rejected ?? [],
    ...category.cases.flatMap(({ done, planned = [] }) => [done, planned]),
  ];

  test('use only slots that whoever speaks can fill, and close every choice', () => {
    const written = [
      ...ofCitizens.flat().map((template) => write(template, citizenSlots, seededRandom(1))),
      ...ofStaff.flat().map((template) => write(template, staffSlots, seededRandom(1))),
    ];
    for (const text of written) expect(text).not.toMatch(/[[\]|<>]/);
  });

  test('begin in lower case and end without a full stop, so that they can be joined', () => {
    for (const template of [...ofCitizens, ...ofStaff].flat()) expect(template).not.toMatch(/^(?!UBND)\p{Lu}|\.$/u);
  });

  test('always leave the hotline something to write without “I”', () => {
    for (const templates of ofCitizens) expect(templates.some((template) => !template.includes('<i>'))).toBe(true);
  });

  test('have a case for every place and month', () => {
    const always = ({ when, months }: CaseTexts) => when === undefined && months === undefined;
    const fits = (tag: 'ward' | 'rural') => category.cases.some((each) => always(each) && (each.where ?? []).every((other) => other === tag));
    expect(fits('ward') && fits('rural')).toBe(true);
  });
});

import { expect, test } from 'vitest';
import type { Category } from '../../api.gen.ts';
import { categories } from '../../samples/sample-province.ts';
import { bodyOf, check, empty, type FilledIn, filledIn, ofCategory } from './filled-in.ts';

const say = (vi: string) => vi;
const flooding = categories.find(({ code }) => code === 'flooding') as Category;
const roads = categories.find(({ code }) => code === 'road-damage') as Category;
const good: FilledIn = { ...empty, category: 'road-damage', description: 'Ổ gà sâu giữa đường.', place: { commune: '19789' } };
const faults = (filled: FilledIn, category: Category = roads, pictures = 0) => Object.entries(check(say, filled, { category, pictures })).flatMap(([name, fault]) => (fault ? [[name, fault]] : []));

test('what a report needs is what, where, and a few words; anonymous is enough', () => {
  expect(faults(good)).toEqual([]);
  expect(faults(empty, undefined as never).map(([name]) => name)).toEqual(['category', 'description', 'place']);
});

test('10,000 emoji are counted as a person counts them', () => {
  expect(faults({ ...good, description: '👨‍👩‍👧‍👦'.repeat(4_000) })).toEqual([]);
  expect(faults({ ...good, description: '😀'.repeat(10_000) }).map(([name]) => name)).toEqual(['description']);
});

test('whoever leaves a contact leaves one that works, and agrees to its use', () => {
  expect(faults({ ...good, contact: 'phone' }).map(([name]) => name)).toEqual(['phone', 'consent']);
  expect(faults({ ...good, contact: 'phone', email: 'ten@thu', consent: true }).map(([name]) => name)).toEqual(['email']);
  expect(faults({ ...good, contact: 'phone', phone: '0900 000 123', consent: true })).toEqual([]);
});

test('a category that needs a picture says so before it is sent, also of one that has not arrived yet', () => {
  const pavement = categories.find(({ code }) => code === 'pavement') as Category;
  expect(faults({ ...good, category: 'pavement' }, pavement).map(([name]) => name)).toEqual(['photos']);
  expect(faults({ ...good, category: 'pavement' }, pavement, 1)).toEqual([]);
});

test('questions stand after the category, are checked, and go with the report even if none was answered', () => {
  const asked = ofCategory(good, flooding);
  expect(Object.keys(asked).slice(0, 6)).toEqual(['category', 'answer-depth', 'answer-danger', 'answer-since', 'answer-how-to-reach', 'description']);
  expect(faults(asked, flooding)).toEqual([['answer-depth', 'Hãy chọn câu trả lời cho “Nước sâu bao nhiêu?”']]);
  const answered = { ...asked, 'answer-depth': ['knee'], 'answer-danger': ['current', 'power'], 'answer-how-to-reach': ['  '] } as FilledIn;
  expect(faults(answered, flooding)).toEqual([]);
  expect(bodyOf(answered, flooding.questions).answers).toEqual({ depth: ['knee'], danger: ['current', 'power'] });
  expect(bodyOf(asked, flooding.questions).answers).toEqual({});
  expect(bodyOf(good, roads.questions)).not.toHaveProperty('answers');
});

test('a number is written in digits, and a long answer is said to be', () => {
  const questions = [{ ...flooding.questions[0]!, code: 'count', kind: 'number' as const, required: false }, { ...flooding.questions[0]!, code: 'lamp', kind: 'string' as const, required: false }];
  const category = { ...flooding, questions };
  expect(faults({ ...ofCategory(good, category), 'answer-count': ['ba'], 'answer-lamp': ['x'.repeat(251)] } as FilledIn, category).map(([name]) => name)).toEqual(['answer-count', 'answer-lamp']);
  expect(faults({ ...ofCategory(good, category), 'answer-count': ['-1,5'], 'answer-lamp': ['A-12'] } as FilledIn, category)).toEqual([]);
});

test('what was kept comes back as it was, but for the consent', () => {
  const written: FilledIn = { ...ofCategory({ ...good, contact: 'phone', phone: '0900 000 123', consent: true }, flooding), 'answer-depth': ['knee'], place: { lat: 16.46, lon: 107.59, commune: '19789', address: '12 Lê Lợi' } };
  const back = ofCategory(filledIn(bodyOf(written, flooding.questions)), flooding);
  expect(back).toEqual({ ...written, consent: false });
});

test('of another category only what both ask stays answered', () => {
  const answered = { ...ofCategory(good, flooding), 'answer-depth': ['knee'] } as FilledIn;
  expect(ofCategory(answered, roads)).not.toHaveProperty('answer-depth');
  expect(ofCategory(answered, { ...flooding, code: 'drains' })['answer-depth']).toEqual(['knee']);
});

import { expect, test } from 'vitest';
import { checkAnswers, type Question, shownAnswers } from './questions.ts';

const base = { variable: true, required: false, public: false, hint: null, choices: [] } as const;
const choices = [{ key: 'duoi-10', name: { vi: 'Dưới 10 cm' } }, { key: 'tren-10', name: { vi: 'Trên 10 cm' } }];
const questions: readonly Question[] = [
  { ...base, code: 'depth', position: 1, kind: 'singlevaluelist', required: true, public: true, question: { vi: 'Sâu bao nhiêu?' }, choices },
  { ...base, code: 'blocked', position: 2, kind: 'multivaluelist', question: { vi: 'Chắn lối nào?' }, choices: [{ key: 'xe', name: { vi: 'Xe' } }, { key: 'bo', name: { vi: 'Người đi bộ' } }] },
  { ...base, code: 'lamp', position: 3, kind: 'string', question: { vi: 'Số trên cột' } },
  { ...base, code: 'count', position: 4, kind: 'number', question: { vi: 'Bao nhiêu?' } },
  { ...base, code: 'since', position: 5, kind: 'datetime', question: { vi: 'Từ lúc nào?' } },
  { ...base, code: 'hotline', position: 6, kind: 'string', variable: false, question: { vi: 'Khẩn cấp xin gọi 1022' } },
];
const faults = (given: Record<string, string[]>) => checkAnswers(questions, given).map(({ path, message }) => `${path} ${message.en}`);

test('an answer of each kind is taken', () => {
  expect(faults({ depth: ['duoi-10'], blocked: ['xe', 'bo'], lamp: ['A-12'], count: ['-1,5'], since: ['2026-11-22T19:05:00+07:00'] })).toEqual([]);
});

test('what a service requires must be answered, and everything that is wrong is said at once', () => {
  expect(faults({ count: ['nhiều'], since: ['hôm qua'], lamp: ['x'.repeat(251)] })).toEqual([
    'attribute[count] must be a number',
    'attribute[since] must be a time like 2026-11-22T19:05:00+07:00',
    'attribute[lamp] at most 250 characters',
    'attribute[depth] is required by this service',
  ]);
});

test('what is not among the choices, not asked, or only to be read is no answer', () => {
  expect(faults({ depth: ['rat-sau'] })).toEqual(['attribute[depth] must be one of: duoi-10, tren-10']);
  expect(faults({ depth: ['duoi-10', 'tren-10'] })).toEqual(['attribute[depth] takes one value']);
  expect(faults({ depth: ['duoi-10'], colour: ['đỏ'], hotline: ['1022'] })).toEqual(['attribute[colour] this service has no such attribute', 'attribute[hotline] this service has no such attribute']);
});

test('staff see all answers in the words of the questions, everybody only those that the question says', () => {
  const answers = { lamp: ['A-12'], depth: ['tren-10'], gone: ['cũ'] };
  expect(shownAnswers(questions, answers, { onlyPublic: false })).toEqual([
    { code: 'depth', question: { vi: 'Sâu bao nhiêu?' }, answer: 'Trên 10 cm' },
    { code: 'lamp', question: { vi: 'Số trên cột' }, answer: 'A-12' },
    { code: 'gone', question: { vi: 'gone' }, answer: 'cũ' },
  ]);
  expect(shownAnswers(questions, answers, { onlyPublic: true }).map(({ code }) => code)).toEqual(['depth']);
});

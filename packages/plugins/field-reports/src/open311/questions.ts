import { type FieldError, graphemeLength, type Text } from '@tinhthong/core';
import { parseTime } from './dates.ts';

/** What a category asks beyond what every report has. The kinds are the data types of the standard. */
export const questionKinds = ['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Choice {
  readonly key: string;
  readonly name: Text;
}

export interface Question {
  readonly code: string;
  readonly position: number;
  readonly kind: QuestionKind;
  /** Whether there is something to fill in; else it is only to be read. */
  readonly variable: boolean;
  readonly required: boolean;
  /** Whether everybody sees the answer, or staff alone. */
  readonly public: boolean;
  readonly question: Text;
  readonly hint: Text | null;
  readonly choices: readonly Choice[];
}

/** Code of a question → what was answered; several values only where several may be chosen. */
export type Answers = Readonly<Record<string, readonly string[]>>;

const mostLength: Readonly<Record<QuestionKind, number>> = { string: 250, text: 4_000, number: 40, datetime: 40, singlevaluelist: 100, multivaluelist: 100 };

/**
 * Checks what was answered against what the category asks: everything that is wrong at once, nothing thrown away. `pathOf`
 * says what an answer is called where it was given.
 */
export function checkAnswers(questions: readonly Question[], given: Answers, pathOf = (code: string) => `attribute[${code}]`): readonly FieldError[] {
  const known = new Map(questions.filter(({ variable }) => variable).map((question) => [question.code, question]));
  const errors: FieldError[] = [];
  const wrong = (code: string, vi: string, en: string) => errors.push({ path: pathOf(code), message: { vi, en } });
  for (const [code, values] of Object.entries(given)) {
    const question = known.get(code);
    if (question === undefined) wrong(code, 'lĩnh vực này không có câu hỏi đó', 'this service has no such attribute');
    else checkValues(question, values, wrong);
  }
  for (const { code, required } of known.values()) {
    if (required && (given[code]?.length ?? 0) === 0) wrong(code, 'lĩnh vực này cần câu trả lời', 'is required by this service');
  }
  return errors;
}

function checkValues({ code, kind, choices }: Question, values: readonly string[], wrong: (code: string, vi: string, en: string) => void): void {
  if (values.length > 1 && kind !== 'multivaluelist') return wrong(code, 'chỉ nhận một giá trị', 'takes one value');
  for (const value of values) {
    if (graphemeLength(value) > mostLength[kind]) return wrong(code, `tối đa ${mostLength[kind]} ký tự`, `at most ${mostLength[kind]} characters`);
    if (kind === 'number' && !/^-?\d+([.,]\d+)?$/.test(value)) return wrong(code, 'phải là một số', 'must be a number');
    if (kind === 'datetime' && parseTime(value) === undefined) return wrong(code, 'phải là thời điểm như 2026-11-22T19:05:00+07:00', 'must be a time like 2026-11-22T19:05:00+07:00');
    if (kind.endsWith('list') && !choices.some(({ key }) => key === value)) {
      return wrong(code, `phải là một trong: ${choices.map(({ key }) => key).join(', ')}`, `must be one of: ${choices.map(({ key }) => key).join(', ')}`);
    }
  }
}

export interface ShownAnswer {
  readonly code: string;
  readonly question: Text;
  readonly answer: string;
}

/** The answers in the order and the words of the questions; a choice by its name, what is asked no more by its code. */
export function shownAnswers(questions: readonly Question[], answers: Answers, { onlyPublic }: { onlyPublic: boolean }): ShownAnswer[] {
  const known = new Map(questions.map((question) => [question.code, question]));
  const place = ([code]: [string, unknown]) => known.get(code)?.position ?? Infinity;
  return Object.entries(answers)
    .filter(([code]) => !onlyPublic || known.get(code)?.public === true)
    .toSorted((a, b) => place(a) - place(b))
    .map(([code, values]) => {
      const question = known.get(code);
      const named = values.map((value) => question?.choices.find(({ key }) => key === value)?.name.vi ?? value);
      return { code, question: question?.question ?? { vi: code }, answer: named.join(', ') };
    });
}

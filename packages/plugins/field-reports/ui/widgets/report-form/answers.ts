import { graphemes } from '@tinhthong/ui-webcomponents/fields';
import type { Say } from '@tinhthong/ui-webcomponents';
import type { Category } from '../../api.gen.ts';

export type Question = Category['questions'][number];
/** Name of a question's field in the form. */
export type AnswerName = `answer-${string}`;
export type Answers = { readonly [Name in AnswerName]: readonly string[] };

export const answerName = (code: string): AnswerName => `answer-${code}`;

const mostCharacters: Readonly<Record<Question['kind'], number>> = { string: 250, text: 4_000, number: 40, datetime: 40, singlevaluelist: 100, multivaluelist: 100 };

export const mostOf = ({ kind }: Question): number => mostCharacters[kind];

/** What is wrong with an answer, as the server would find it. */
export function answerFault(say: Say, question: Question, values: readonly string[] = []): string | false {
  const { kind, required, variable, question: asked } = question;
  const written = values.filter((value) => value.trim() !== '');
  if (!variable) return false;
  if (written.length === 0) return required && (kind.endsWith('list') ? say(`Hãy chọn câu trả lời cho “${asked.vi}”`, `Choose an answer to “${asked.en ?? asked.vi}”`) : say(`Hãy trả lời “${asked.vi}”`, `Answer “${asked.en ?? asked.vi}”`));
  if (kind === 'number' && !/^-?\d+([.,]\d+)?$/.test(written[0]!.trim())) return say('Hãy ghi bằng chữ số, ví dụ 3 hoặc 1,5.', 'Write it in digits, for example 3 or 1.5.');
  return written.some((value) => graphemes(value) > mostOf(question)) && say(`Tối đa ${mostOf(question).toLocaleString('vi')} ký tự.`, `Up to ${mostOf(question).toLocaleString('en')} characters.`);
}

/** As the API takes them: the code of each question that was answered, and what. */
export function answersOf(questions: readonly Question[], filled: Answers): Record<string, string[]> {
  return Object.fromEntries(
    questions.flatMap(({ code, variable }) => {
      const written = (filled[answerName(code)] ?? []).map((value) => value.trim()).filter((value) => value !== '');
      return variable && written.length > 0 ? [[code, written]] : [];
    }),
  );
}

// A time is Vietnam's, whatever the device is set to.
const zone = ':00+07:00';

/** `2026-11-22T19:05` as the field has it, and as the API takes it. */
export const toTime = (local: string): string => (local === '' ? '' : `${local}${zone}`);
export const fromTime = (time: string): string => time.slice(0, 16);

import { graphemes, type Faults } from '@tinhthong/ui-webcomponents/fields';
import type { Place } from '@tinhthong/ui-webcomponents/place-field';
import type { Say } from '@tinhthong/ui-webcomponents';
import type { Category, NewReport } from '../../api.gen.ts';
import { type AnswerName, answerFault, answerName, answersOf, type Answers } from './answers.ts';

/** What a citizen has filled in so far; answers to the category's questions stand after the category, as on the page. */
export interface FilledIn extends Answers {
  readonly category: string;
  readonly description: string;
  readonly place: Place;
  /** Ids of the pictures that have arrived. */
  readonly photos: readonly string[];
  readonly contact: 'none' | 'phone';
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly consent: boolean;
}

export const empty: FilledIn = { category: '', description: '', place: {}, photos: [], contact: 'none', name: '', phone: '', email: '', consent: false };

/** Version of the consent text that stands in the form. */
export const consentVersion = '2026-11';
export const mostCharacters = 4_000;
const leastCharacters = 10;

/** What of the form is not in its fields. */
export interface Around {
  readonly category: Category | undefined;
  /** How many pictures were chosen, whether they have arrived or not. */
  readonly pictures: number;
}

/** As the server checks it, said before it is sent. */
export function check(say: Say, filled: FilledIn, { category, pictures }: Around): Faults<FilledIn> {
  const { description, place, contact, phone, email, consent } = filled;
  const length = graphemes(description.trim());
  const unreachable = contact === 'phone' && phone.trim() === '' && email.trim() === '';
  return {
    category: filled.category === '' && say('Hãy chọn việc bạn muốn phản ánh.', 'Choose what it is about.'),
    ...Object.fromEntries((category?.questions ?? []).map((question) => [answerName(question.code), answerFault(say, question, filled[answerName(question.code)])])),
    description: (length < leastCharacters || length > mostCharacters) && say('Hãy mô tả sự việc bằng 10 đến 4.000 ký tự.', 'Describe it in 10 to 4,000 characters.'),
    place: place.commune === undefined && place.lat === undefined && say('Hãy chọn xã, phường nơi xảy ra.', 'Choose the commune or ward where it happened.'),
    photos: category?.photoRequired === true && pictures === 0 && say('Việc này cần ít nhất một ảnh.', 'This needs at least one picture.'),
    phone: unreachable && say('Ghi số điện thoại hoặc e-mail, hoặc chọn gửi ẩn danh.', 'Enter a phone number or e-mail, or send it anonymously.'),
    email: contact === 'phone' && email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(email.trim()) && say('E-mail chưa đúng, ví dụ: ten@thu.example', 'That is no e-mail address, for example: name@mail.example'),
    consent: contact === 'phone' && !consent && say('Hãy đánh dấu đồng ý, hoặc chọn gửi ẩn danh.', 'Tick your consent, or send it anonymously.'),
  };
}

/** With the questions of another category: what both ask stays answered. */
export function ofCategory(filled: FilledIn, category: Category | undefined): FilledIn {
  const { category: _, ...rest } = Object.fromEntries(Object.entries(filled).filter(([name]) => !name.startsWith('answer-'))) as unknown as FilledIn;
  const asked = (category?.questions ?? []).filter(({ variable }) => variable).map(({ code }) => answerName(code));
  return { category: category?.code ?? '', ...(Object.fromEntries(asked.map((name) => [name, filled[name] ?? []])) as Answers), ...rest };
}

/** As the API takes it. Who is asked questions sends their answers, be it none: the server then knows that they were asked. */
export function bodyOf(filled: FilledIn, questions: Category['questions'] | undefined): NewReport {
  const { category, description, place, photos, contact, name, phone, email } = filled;
  const { lat, lon, commune, address } = place;
  const left = Object.fromEntries(Object.entries({ name, phone, email }).flatMap(([key, value]) => (value.trim() === '' ? [] : [[key, value.trim()]])));
  return {
    category,
    description: description.trim(),
    channel: 'widget',
    photos: [...photos],
    ...(lat !== undefined && lon !== undefined && { lat, lon }),
    ...(commune !== undefined && { commune }),
    ...(address !== undefined && { address }),
    ...(questions?.some(({ variable }) => variable) && { answers: answersOf(questions, filled) }),
    ...(contact === 'phone' && { contact: { ...left, consent: consentVersion } }),
  };
}

/** A kept report back in the form; consent is asked anew, because somebody else may hold the device now. */
export function filledIn({ category, description, lat, lon, commune, address, photos = [], contact, answers = {} }: NewReport): FilledIn {
  return {
    ...empty,
    ...(Object.fromEntries(Object.entries(answers).map(([code, values]) => [answerName(code), values])) as Readonly<Record<AnswerName, readonly string[]>>),
    category,
    description,
    place: { lat, lon, commune, address },
    photos,
    ...(contact !== undefined && { contact: 'phone', name: contact.name ?? '', phone: contact.phone ?? '', email: contact.email ?? '' }),
  };
}

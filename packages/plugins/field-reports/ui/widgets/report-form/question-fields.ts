import { checkboxes, type Form, radios, select, textArea, textField } from '@tinhthong/ui-webcomponents/fields';
import type { Say } from '@tinhthong/ui-webcomponents';
import { notice } from '@tinhthong/ui-webcomponents/status';
import { html, type TemplateResult } from 'lit';
import { answerName, fromTime, mostOf, type Question, toTime } from './answers.ts';
import type { FilledIn } from './filled-in.ts';

// More than these fit on no phone.
const mostInSight = 7;

/** What a category asks, each question by the control of its kind. */
export function questionFields(say: Say, form: Form<FilledIn>, questions: readonly Question[]): TemplateResult[] {
  return questions.map((question) => questionField(say, form, question));
}

function questionField(say: Say, form: Form<FilledIn>, question: Question): TemplateResult {
  const { code, kind, required, choices } = question;
  const words = (text: { readonly vi: string; readonly en?: string | undefined }) => say(text.vi, text.en ?? text.vi);
  const label = words(question.question);
  const hint = question.hint === null ? undefined : words(question.hint);
  if (!question.variable) return notice({ tone: 'info' }, html`<p><b>${label}</b></p>${hint === undefined ? undefined : html`<p>${hint}</p>`}`);
  const { value: values = [], ...bound } = form.bind(answerName(code));
  const about = { ...bound, label, hint, optional: !required };
  const options = choices.map(({ key, name }) => ({ value: key, label: words(name) }));
  const one = { ...about, value: values[0] ?? '', set: (value: string) => bound.set(value === '' ? [] : [value]) };
  if (kind === 'multivaluelist') return checkboxes({ ...about, options, value: values });
  if (kind === 'singlevaluelist') return (options.length <= mostInSight ? radios : select)({ ...one, options });
  if (kind === 'text') return textArea({ ...one, most: mostOf(question), rows: 3 });
  if (kind === 'datetime') return textField({ ...one, type: 'datetime-local', size: 'short', value: fromTime(one.value), set: (value) => one.set(toTime(value)) });
  return textField({ ...one, ...(kind === 'number' && { inputMode: 'decimal', size: 'short' }) });
}

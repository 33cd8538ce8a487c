import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import type { FieldError, Problem } from '../../plugin/problem.ts';
import type { Say } from './say.ts';

/** Field name → what is wrong with it, in words for the person who fills it in. */
export type FieldErrors = Readonly<Record<string, string>>;

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | Html;
  readonly error?: string | undefined;
}

/** A labelled control; hint and error are tied to it for those who do not see them stand beside it. */
export function field({ name, label, hint, error }: Field, control: (attributes: Html) => Html): Html {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const attributes = html`id="${name}" name="${name}"${described && html` aria-describedby="${described}"`}${error && html` aria-invalid="true"`}`;
  return html`<div class="field${error ? ' wrong' : ''}"><label for="${name}">${label}</label>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${errorLine(name, error)}
${control(attributes)}</div>`;
}

export function errorLine(name: string, error: string | undefined): Html | '' {
  return error ? html`<p class="error" id="${name}-error">${error}</p>` : '';
}

/** Stands at the top of a form that came back, takes the focus, and leads to each field that is wrong. */
export function errorSummary(say: Say, errors: FieldErrors): Html | '' {
  const wrong = Object.entries(errors);
  if (wrong.length === 0) return '';
  return html`<div class="notice bad" role="alert" tabindex="-1" autofocus><h2>${say('Có chỗ chưa đúng, xin xem lại', 'Something is not right, please check')}</h2>
<ul>${wrong.map(([name, error]) => html`<li><a href="#${name}">${error}</a></li>`)}</ul></div>`;
}

/** The problem's errors by field; `fieldOf` says which field a path of the input belongs to. */
export function fieldErrors(say: Say, problem: Problem, fieldOf: (error: FieldError) => string): FieldErrors {
  const errors = problem.errors.map((error) => [fieldOf(error), say(error.message)] as const);
  return Object.fromEntries(errors.toReversed());
}

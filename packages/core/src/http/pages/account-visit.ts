import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { AccountSite } from '../../identity/account-site.ts';
import type { SignedIn } from '../../identity/sign-in.ts';
import type { Html } from '../../plugin/plugin.ts';
import { Problem } from '../../plugin/problem.ts';
import { type AuthCall, type AuthSite, callOf } from '../auth/endpoint.ts';
import type { Environment } from '../environment.ts';
import { ownPath } from '../own-path.ts';
import { errorSummary, field, type Field } from './fields.ts';
import { type Form, readForm } from './form.ts';
import { page } from './page.ts';
import { type Say, sayIn } from './say.ts';

const mostBytes = 16 * 1024;

type Request = HonoContext<Environment>;
export type Visit<Site> = Omit<AuthCall<Site>, 'session'> & { readonly session: AuthCall<Site>['session'] | null; readonly say: Say };

/** A visit to one of the pages about accounts: the same call that the API would make. */
export async function visitOf<Site extends AccountSite>(c: Request, { siteOf, urlOf }: AuthSite<Site>, operation: string): Promise<Visit<Site>> {
  c.set('operation', `${c.req.method} ${operation}`);
  // The next site need not know that somebody has an account here; with no referrer at all, forms would come from nowhere.
  c.header('referrer-policy', 'same-origin');
  return { ...(await callOf(c, siteOf(c), urlOf(c))), say: sayIn(c.get('language')) };
}

export const formOf = (c: Request): Promise<Form> => readForm(c, mostBytes);

/** Where somebody goes who is in, or what is still missing. */
export function followSignedIn(c: Request, signedIn: SignedIn, next: string, landing: (c: Request, signedIn: SignedIn) => string = () => '/'): Response {
  const { principal, cookies } = signedIn;
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  if (principal.lacks === 'second-factor') return c.redirect(`/dang-nhap/ma?next=${encodeURIComponent(next)}`, 303);
  if (principal.lacks === 'enrolment') return c.redirect('/tai-khoan', 303);
  return c.redirect(ownPath(next) ?? landing(c, signedIn), 303);
}

/**
 * Does what a form asks for; a refusal that the reader can mend comes back as the form, with its words beside the field.
 */
export async function orFormAgain(work: () => Promise<Response>, again: (refused: Problem) => Response | Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem && error.status < 500 && error.code !== 'cross-site-write') return again(error);
    throw error;
  }
}

export interface AccountForm {
  readonly title: string;
  readonly lead?: string;
  /** Between the words and the form. */
  readonly before?: Html;
  readonly action: string;
  readonly button: string;
  readonly fields: readonly (Field & { readonly control: (attributes: Html) => Html })[];
  readonly hidden?: Readonly<Record<string, string>>;
  readonly more?: Html;
  readonly refused?: Problem | undefined;
}

/** What a refusal says to whoever filled in a form. */
export function wordsOf(say: Say, { title, detail, errors }: Problem): string {
  const said = errors.length > 0 ? errors.map(({ message }) => sentence(say(message))) : [say(title), detail ? say(detail) : ''];
  return said.join(' ').trim();
}

const sentence = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1).replace(/\.?$/, '.')}`;

/** A page with one short form. What a refusal says stands beside the field that it is about, or else the first. */
export function accountForm(c: Request, { title, lead, before, action, button, fields, hidden = {}, more, refused }: AccountForm): Promise<Response> {
  const say = sayIn(c.get('language'));
  const about = fields.find(({ name }) => refused?.errors.some(({ path }) => path.endsWith(`.${name}`))) ?? fields[0];
  const words = refused && wordsOf(say, refused);
  const retry = refused?.headers['retry-after'];
  if (retry !== undefined) c.header('retry-after', retry);
  return page(c, {
    title: `${refused ? say('Lỗi: ', 'Error: ') : ''}${title}`,
    status: refused === undefined ? 200 : refused.status === 401 ? 422 : refused.status,
    body: html`<div class="wrap narrow">${words && errorSummary(say, { [about?.name ?? 'main']: words })}
<h1>${title}</h1>
${lead && html`<p>${lead}</p>`}
${before}
<form method="post" action="${action}">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fields.map(({ control, ...one }) => field(one.name === about?.name ? { ...one, error: words } : one, control))}
<button>${button}</button>
</form>${more ?? ''}</div>`,
  });
}

export const input = (type: string, autocomplete: string, value = '') => (attributes: Html) =>
  html`<input ${attributes} type="${type}" autocomplete="${autocomplete}" required value="${value}">`;
/** Digits from an app or a message. */
export const digitsInput = (attributes: Html) => html`<input ${attributes} autocomplete="one-time-code" inputmode="numeric" required>`;
/** The same, where a backup code does as well, which has letters. */
export const codeInput = (attributes: Html) => html`<input ${attributes} autocomplete="one-time-code" autocapitalize="none" spellcheck="false" required>`;

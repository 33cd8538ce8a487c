import { html, nothing, render, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { Say } from '../src/base/language.ts';
import type { State } from '../src/specimen/specimen.ts';
import { type Listed, overview } from './overview.ts';
import { type ShownElement, shownElements } from './shown-elements.ts';
import './tt-specimen.ts';
import type { TtSpecimen } from './tt-specimen.ts';
import { usage } from './usage.ts';
import { addressOf, type Wanted, wantedFrom } from './wanted.ts';

const network = globalThis.fetch;
const say: Say = (vi, en) => (wanted.lang === 'en' ? en : vi);
let wanted = wantedFrom(location.search);

await show(location.search);
// From state to state without a new page, where the browser can: whoever compares, and the tests, wait less.
globalThis.navigation?.addEventListener('navigate', (event) => {
  const to = new URL(event.destination.url);
  // The search writes itself into the address.
  if (event.navigationType === 'replace' && event.destination.sameDocument) return;
  if (event.canIntercept && !event.hashChange && to.pathname === location.pathname) event.intercept({ handler: () => show(to.search), focusReset: 'manual' });
});

async function show(search: string): Promise<void> {
  delete document.documentElement.dataset['ready'];
  wanted = wantedFrom(search);
  const { element, state, theme, lang, bare } = wanted;
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = lang;
  document.body.classList.toggle('bare', bare);
  document.title = [element, state, 'Tinh Thông'].filter(Boolean).join(' · ');
  const shown = shownElements.find(({ name }) => name === element);
  await (shown === undefined ? showAll() : showElement(shown));
  document.documentElement.dataset['ready'] = '';
}

async function showElement(element: ShownElement): Promise<void> {
  const { theme, lang, width, bare } = wanted;
  const { specimen } = await element.load();
  const name = wanted.state in specimen.states ? wanted.state : Object.keys(specimen.states)[0]!;
  const state = specimen.states[name]!;
  answerWith(state.answer);
  const stood = document.querySelector<TtSpecimen>('tt-specimen');
  // In other colours it is still the same one, with whatever was pressed and typed.
  page(
    html`<h1>${element.name}</h1>${bare ? nothing : html`<p class="what">${say(specimen.what.vi, specimen.what.en)}</p>`}<h2 class="state">${name}</h2>
      <div class="stage" data-width=${width || nothing} ?data-wide=${specimen.wide ?? false}>${keyed(
        `${element.name} ${name} ${lang}`,
        html`<tt-specimen lang=${lang} .theme=${theme} .state=${state}></tt-specimen>`,
      )}</div>
      ${bare ? nothing : await usage(element, say)}`,
    switches(Object.keys(specimen.states), name),
  );
  const shown = document.querySelector<TtSpecimen>('tt-specimen')!;
  await shown.updateComplete;
  if (shown !== stood) await state.ready?.(shown.shadowRoot!);
}

async function showAll(): Promise<void> {
  const all = await Promise.all(shownElements.map(async ({ name, kind, load }): Promise<Listed> => ({ name, kind, specimen: (await load()).specimen })));
  const search = (find: string): void => {
    wanted = { ...wanted, find };
    history.replaceState(null, '', addressOf(wanted));
    draw();
  };
  const draw = () => page(overview(all, wanted, say, search), html`<nav class="switches" aria-label=${say('Cách xem', 'Views')}>${views()}</nav>`);
  draw();
}

function page(content: TemplateResult, above: TemplateResult | typeof nothing = nothing): void {
  const { bare, element } = wanted;
  // On a phone the list would push everything down: there it opens when it is pressed.
  const index = html`<nav class="elements" aria-label=${say('Phần tử', 'Elements')}><details ?open=${live(matchMedia('(min-width: 70rem)').matches)}><summary>${element || say('Mọi phần tử', 'All elements')}</summary>${links(
    [[say('Mọi phần tử', 'All elements'), { element: '', state: '' }], ...shownElements.map(({ name }) => [name, { element: name, state: '' }] as const)],
  )}</details></nav>`;
  render(html`${bare ? nothing : index}${bare ? nothing : html`<div class="above">${above}</div>`}<main>${content}</main>`, document.body);
}

function switches(states: readonly string[], current: string): TemplateResult {
  return html`<nav class="switches" aria-label=${say('Trạng thái và cách xem', 'States and views')}>
    ${links(states.map((state) => [state, { state }]), current)}
    ${views()}
    ${links(['', '320', '360', '768', '1440'].map((px) => [px === '' ? say('Vừa khung', 'To fit') : `${px} px`, { width: px }]))}
  </nav>`;
}

function views(): readonly TemplateResult[] {
  return [links([['Tiếng Việt', { lang: 'vi' }], ['English', { lang: 'en' }]]), links([[say('Sáng', 'Light'), { theme: 'light' }], [say('Tối', 'Dark'), { theme: 'dark' }]])];
}

function links(choices: readonly (readonly [string, Partial<Wanted>])[], current?: string): TemplateResult {
  const isNow = (change: Partial<Wanted>) => Object.entries(change).every(([name, value]) => (name === 'state' ? (current ?? '') === value || 'element' in change : wanted[name as keyof Wanted] === value));
  return html`<ul>${choices.map(([words, change]) => html`<li><a href=${addressOf({ ...wanted, find: '', ...change })} aria-current=${isNow(change) ? 'page' : nothing}>${words}</a></li>`)}</ul>`;
}

/** The server is played by the state; what it does not answer is lost on the way. */
function answerWith(answer: State['answer']): void {
  globalThis.fetch = answer === undefined ? network : async (input, init) => {
    const response = await answer(new Request(input, init));
    if (response === undefined) throw new TypeError('Failed to fetch');
    return response;
  };
}

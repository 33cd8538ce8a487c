import { html, nothing, type TemplateResult } from 'lit';
import { fold } from '../src/base/fold.ts';
import type { Say } from '../src/base/language.ts';
import { type Kind, kinds } from './kinds.ts';
import type { ShownElement } from './shown-elements.ts';
import type { Specimen } from '../src/specimen/specimen.ts';
import { addressOf, type Wanted } from './wanted.ts';

export interface Listed extends Pick<ShownElement, 'name' | 'kind'> {
  readonly specimen: Specimen;
}

/** Every element with what it is for and every state, to be searched. */
export function overview(all: readonly Listed[], wanted: Wanted, say: Say, search: (words: string) => void): TemplateResult {
  const words = fold(wanted.find).split(' ').filter(Boolean);
  const found = all.filter(({ name, specimen: { what, states } }) => {
    const text = fold([name, what.vi, what.en, ...Object.keys(states)].join(' '));
    return words.every((word) => text.includes(word));
  });
  return html`<h1>${say('Bộ phần tử của Tinh Thông, ở mọi trạng thái', 'Elements of Tinh Thông, in every state')}</h1>
    <form class="search" role="search" @submit=${(event: Event) => event.preventDefault()}>
      <label for="find">${say('Tìm phần tử', 'Find an element')}</label>
      <input id="find" type="search" autocomplete="off" .value=${wanted.find} placeholder=${say('ví dụ: anh, ban do, error', 'for example: picture, map, error')} @input=${(event: Event) => search((event.target as HTMLInputElement).value)}>
      <p role="status">${say(`${found.length} phần tử`, `${found.length} elements`)}</p>
    </form>
    ${(Object.keys(kinds) as Kind[]).map((kind) => {
      const own = found.filter((one) => one.kind === kind);
      return own.length === 0 ? nothing : html`<section><h2>${say(kinds[kind].vi, kinds[kind].en)}</h2><div class="all">${own.map((one) => card(one, wanted, say))}</div></section>`;
    })}`;
}

function card({ name, specimen: { what, states } }: Listed, wanted: Wanted, say: Say): TemplateResult {
  const link = (state: string) => addressOf({ ...wanted, find: '', element: name, state });
  return html`<nav aria-label=${name}><h3><a href=${link('')}>${name}</a></h3><p>${say(what.vi, what.en)}</p>
    <ul>${Object.keys(states).map((state) => html`<li><a data-state href=${link(state)}>${state}</a></li>`)}</ul></nav>`;
}

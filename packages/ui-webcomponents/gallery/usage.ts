import { html, nothing, type TemplateResult } from 'lit';
import type { Say } from '../src/base/language.ts';
import type { Declaration } from '../src/manifest/manifest.ts';
import type { ShownElement } from './shown-elements.ts';

/** How a page or a plugin takes it: what to write, and what it knows. */
export async function usage({ name, path, manifest }: ShownElement, say: Say): Promise<TemplateResult> {
  const element = (await manifest())?.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === `tt-${name}`);
  const from = path === '' ? '@tinhthong/ui-webcomponents' : `@tinhthong/ui-webcomponents/${path}`;
  const first = path === undefined
    ? '<script type="module" crossorigin src="https://hue.example/embed/v1/tinhthong.js"></script>'
    : element === undefined ? `import { … } from '${from}';` : `import '${from}';`;
  return html`<section class="usage"><h2>${say('Cách dùng', 'How to use it')}</h2>
    <pre tabindex="0" aria-label=${say('Mã để chép', 'Code to copy')}><code>${[first, ...(element?.examples ?? [])].join('\n\n')}</code></pre>
    ${element === undefined ? html`<p>${say('Không phải phần tử: là hàm và kiểu dáng, tài liệu ở trong mã.', 'No element: functions and styles, documented in the code.')}</p>` : known(element, say)}</section>`;
}

function known({ description, attributes = [], members = [], events = [] }: Declaration, say: Say): TemplateResult {
  const properties = members.filter((member) => member.kind === 'field' && member.attribute === undefined && member.readonly !== true && !attributes.some(({ fieldName }) => fieldName === member.name));
  const type = (of: { readonly type?: { readonly text: string } }) => of.type?.text.replace(/ \| undefined$/, '') ?? '';
  return html`<p lang="en">${description}</p>
    ${list(say('Thuộc tính', 'Attributes and properties'), [
      ...attributes.map((one) => [one.name, type(one), one.description] as const),
      ...properties.map((one) => [`.${one.name}`, type(one), one.description] as const),
    ])}
    ${list(say('Sự kiện', 'Events'), events.map((one) => [one.name, '', one.description] as const))}`;
}

function list(title: string, rows: readonly (readonly [name: string, type: string, description: string | undefined])[]): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<h3>${title}</h3><dl lang="en">${rows.map(([name, type, description]) => html`<div><dt><code>${name}</code>${type && html` <code class="type">${type}</code>`}</dt><dd>${description ?? nothing}</dd></div>`)}</dl>`;
}

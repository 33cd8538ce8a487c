import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { strictPolicyFaults } from './strict-policy.ts';

const found = (text: string) => strictPolicyFaults('sample.ts', text).map((fault) => fault.found);

test.each([
  ['a sheet in a template', 'html`<p>a</p><style>p { color: red }</style>`', '<style'],
  ['a style attribute', 'html`<p style="color: red">a</p>`', 'style='],
  ['a style attribute with a hole', 'html`<p class="a" style=${colour}>a</p>`', 'style='],
  ['a style attribute in a drawing', 'svg`<rect style="fill: red"></rect>`', 'style='],
  ['a template within a template', 'html`<ul>${rows.map((row) => html`<li style="color: red">${row}</li>`)}</ul>`', 'style='],
  ['a handler as text', 'html`<button onclick="go()">a</button>`', 'onclick='],
  ['a handler that Lit would set as text', 'html`<button onclick=${go}>a</button>`', 'onclick='],
  ['a script', 'html`<script src="x.js"></script>`', '<script'],
  ['a sheet by link', 'html`<link rel="stylesheet" href="x.css">`', '<link'],
  ['a link that is code', 'html`<a href="javascript:go()">a</a>`', '="javascript:'],
  ['a picture in its own address', 'html`<img src="data:image/png;base64,AAAA" alt="">`', '="data:'],
  ['markup by property', 'html`<p .innerHTML=${text}></p>`', '.innerHTML='],
  ['a picture in a sheet', 'css`p { background: url("data:image/png;base64,AAAA") }`', 'url("data:'],
  ['a sheet that fetches another', 'css`@import "x.css";`', '@import'],
  ['unsafeHTML', "import { unsafeHTML } from 'lit/directives/unsafe-html.js';", 'unsafeHTML'],
  ['unsafeHTML under another name', "import { unsafeHTML as trusted } from 'lit/directives/unsafe-html.js';", 'unsafeHTML'],
  ['styleMap', "import { styleMap } from 'lit/directives/style-map.js';", 'styleMap'],
  ['innerHTML', 'box.innerHTML = text;', 'innerHTML'],
  ['insertAdjacentHTML', "box.insertAdjacentHTML('beforeend', text);", 'insertAdjacentHTML'],
  ['document.write', 'document.write(text);', 'document.write'],
  ['a decorator', "@customElement('tt-lamp') class Lamp extends LitElement {}", "@customElement('tt-lamp')"],
  ['a decorated property', 'class Lamp extends LitElement { @property() declare name: string; }', '@property()'],
  ['eval', "eval('1');", 'eval'],
  ['new Function', "new Function('return 1');", 'new Function'],
  ['a timer with text', "setTimeout('go()', 10);", "setTimeout('…')"],
  ['a blob address', 'image.src = URL.createObjectURL(file);', 'createObjectURL'],
  ['a data address', "image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';", 'data:image/gif;base64,R0…'],
  ['what old libraries replace', 'Array.from({ length: 3 }, (_, i) => i);', 'Array.from(…, …)'],
  ['a sheet made by hand', "document.createElement('style');", "createElement('style')"],
  ['a style attribute by hand', "box.setAttribute('style', 'color: red');", "setAttribute('style')"],
])('%s is refused', (_, text, what) => {
  expect(found(text)).toEqual([what]);
});

test.each([
  ['listeners, properties and classes of Lit', 'html`<button class=${name} ?disabled=${off} .value=${value} @click=${go}>a</button>`'],
  ['the word style in text, in names and in comments', 'html`<p class="style">on=time, style</p><!-- <style> style="" -->` // <style> onclick='],
  ['a static sheet', 'css`p { color: red; background: url(#stripes) }`'],
  ['styles through the object model', "box.style.setProperty('--tt-link', colour);"],
  ['a link by a hole', 'html`<a href=${href} data-style="a">${text}</a>`'],
  ['words that begin like addresses', "say('data: số liệu', 'blob')"],
  ['a canvas', "canvas.getContext('2d').drawImage(image, 0, 0);"],
])('%s may stand', (_, text) => {
  expect(found(text)).toEqual([]);
});

test('a fault says where it is, and in both languages why and what to do', () => {
  const [fault] = strictPolicyFaults('sample.ts', "const a = 1;\nconst b = html`<ul>\n  ${a}<li style='x'></li></ul>`;\n");
  expect(fault).toMatchObject({ line: 3, column: 10, found: 'style=' });
  expect([fault!.why.vi, fault!.why.en]).toEqual([expect.stringContaining('chặn'), expect.stringContaining('block')]);
  expect([fault!.instead.vi, fault!.instead.en]).toEqual([expect.stringContaining('static styles'), expect.stringContaining('static styles')]);
});

test('the kit itself has no fault', () => {
  const root = new URL('..', import.meta.url).pathname;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !/\.(?:test|gen)\.ts$/.test(path));
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((path) => strictPolicyFaults(path, readFileSync(join(root, path), 'utf8')).map(({ line, found: what }) => `${path}:${line} ${what}`))).toEqual([]);
});

import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';

export interface PlainText {
  /** Of the line that begins with one `#`. */
  readonly title: string;
  readonly body: Html;
}

/** The few marks that a text of a province needs: headings, paragraphs, lists, bold, links. Everything else stays as it was typed. */
export function plainMarkdown(text: string): PlainText {
  const blocks = text.replaceAll('\r\n', '\n').split(/\n\s*\n/).map((block) => block.trim()).filter(Boolean);
  const first = blocks[0]?.startsWith('# ') ? blocks[0].slice(2) : undefined;
  return { title: first ?? '', body: html`${(first === undefined ? blocks : blocks.slice(1)).map(blockOf)}` };
}

function blockOf(block: string): Html {
  const heading = /^(#{2,3}) (.+)$/.exec(block);
  if (heading !== null) return heading[1] === '##' ? html`<h2>${inline(heading[2]!)}</h2>` : html`<h3>${inline(heading[2]!)}</h3>`;
  const lines = block.split('\n');
  if (lines.every((line) => line.startsWith('- '))) return html`<ul class="bullets">${lines.map((line) => html`<li>${inline(line.slice(2))}</li>`)}</ul>`;
  return html`<p>${inline(lines.join(' '))}</p>`;
}

const marks = /\*\*(?<bold>[^*]+)\*\*|\[(?<label>[^\]]+)\]\((?<href>(?:\/(?!\/)|https:\/\/|mailto:|tel:)[^\s)]*)\)/g;

function inline(text: string): (string | Html)[] {
  const parts: (string | Html)[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    parts.push(text.slice(from, match.index));
    const { bold, label, href } = match.groups!;
    parts.push(bold === undefined ? html`<a href="${href!}">${label!}</a>` : html`<strong>${bold}</strong>`);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type EmbedTier, embedSnippet, type SnippetWidget } from '../../packages/core/src/http/embed/snippet.ts';
import { whyNot } from '../../packages/core/src/http/embed/why-not.ts';
import { widgets } from '../../packages/plugins/field-reports/src/widgets.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const guide = read('docs/webmasters.md');
const widget = (tag: string): SnippetWidget => widgets.find((one) => one.tag === tag)!;
const form = widget('tt-report-form');
const given = { origin: 'https://hue.example', key: 'pk_…', hotline: '0234 1022' };

test.each<[EmbedTier, Partial<SnippetWidget>]>([
  ['element', {}],
  ['data', { attributes: { commune: '19753' } }],
  ['pinned', { src: '/embed/1.0.0-0123abcd/field-reports/report-form.js', integrity: 'sha384-…' }],
  ['frame', {}],
  ['link', {}],
])('the guide shows what the generator writes for the tier %s', (tier, more) => {
  expect(guide).toContain(`\`\`\`html\n${embedSnippet({ tier, ...given, widgets: [{ ...form, ...more }] })}\n\`\`\``);
});

test.each<[host: string, tier: EmbedTier, more?: Readonly<Record<string, string>>]>([
  ['plain', 'element'],
  ['nukeviet', 'element'],
  ['dnn-webforms', 'element'],
  ['joomla', 'data'],
  ['sharepoint', 'frame'],
  ['wordpress', 'element', { theme: 'dark' }],
])('the pages of the host %s have what the generator writes (%s)', (host, tier, more = {}) => {
  const sent: readonly SnippetWidget[] = [{ ...form, attributes: more }, { ...widget('tt-recent-reports'), attributes: { limit: '4', ...more } }];
  const come: readonly SnippetWidget[] = [
    ...['tt-track-report', 'tt-report-figures', 'tt-reports-map'].map((tag) => ({ ...widget(tag), attributes: more })),
    { ...widget('tt-hotline-card'), attributes: { hours: '24/7', ...more } },
  ];
  for (const [file, both] of [['snippet.html', sent], ['results.snippet.html', come]] as const) {
    const written = embedSnippet({ tier, origin: '%PROVINCE%', key: '%KEY%', hotline: '0234 1022', widgets: both });
    // The plugin of WordPress enqueues the script at the end of the page.
    const expected = host === 'wordpress' ? written.split('\n').slice(1).join('\n') : written;
    // Between two widgets a webmaster puts a heading.
    expect(read(`templates/portal/hosts/${host}/${file}`).trimEnd().replaceAll(/^<h2>.*<\/h2>\n/gm, '')).toBe(expected);
  }
});

test('the guide names every system, widget, attribute, event and reason', () => {
  const hosts = readdirSync(new URL('templates/portal/hosts/', root), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(hosts.length).toBeGreaterThan(6);
  expect(hosts.filter((host) => !guide.includes(`hosts/${host}/README.md`))).toEqual([]);
  const { modules } = JSON.parse(read('packages/plugins/field-reports/ui/custom-elements.json')) as Manifest;
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName !== undefined);
  const own = (attributes: Declaration['attributes'] = []) => attributes.map(({ name }) => name);
  const missing = elements.flatMap(({ tagName, attributes, events = [] }) => [tagName!, ...own(attributes), ...events.map(({ name }) => name)].filter((name) => !guide.includes(`\`${name}\``)).map((name) => `${tagName}: ${name}`));
  expect(elements.map(({ tagName }) => tagName).toSorted()).toEqual(widgets.map(({ tag }) => tag).toSorted());
  expect(missing).toEqual([]);
  for (const reason of [...Object.keys(whyNot), 'module-off', 'unreachable']) expect(guide).toContain(`\`(${reason})\``);
});

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
  readonly events?: readonly { readonly name: string }[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readSettings } from '../../packages/core/src/config.ts';
import { allCommands, commandsPage } from './commands-page.ts';

const read = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const guides = { vi: await read('docs/vi/van-hanh.md'), en: await read('docs/operating.md') };

/** What a command asks for that finds nothing there. */
const environmentOfCommands = ['BUNDLE_PASSPHRASE', 'OPERATOR_PASSWORD', 'OPERATOR_CODE'];
/** OpenTelemetry's own, and Node's. */
const environmentOfOthers = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_SERVICE_NAME', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG', 'NODE_ENV'];

/** Every variable that the configuration reads, found by reading it. */
function variablesRead(): string[] {
  const asked = new Set<string>();
  const environment = new Proxy({}, { get: (_nothing, name) => (asked.add(String(name)), '1') });
  readSettings(environment);
  return [...asked];
}

const tableOf = (guide: string) => new Set([...guide.matchAll(/^\| (`[A-Z].*?) \|/gm)].flatMap(([, names]) => [...names!.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name]) => name!)));

for (const [language, guide] of Object.entries(guides)) {
  test(`the guide for operators (${language}) explains every variable of the environment, and none that nobody reads`, () => {
    const known = [...variablesRead(), ...environmentOfCommands, ...environmentOfOthers];
    expect(variablesRead().length).toBeGreaterThan(30);
    expect(known.filter((name) => !tableOf(guide).has(name))).toEqual([]);
    expect([...tableOf(guide)].filter((name) => !known.includes(name))).toEqual([]);
  });

  test(`every command that the guide (${language}) names exists, with its options`, async () => {
    const named = [...guide.matchAll(/(?:`|^|cli )(?:tinhthong |(?<=cli ))([a-z][^`\n|#]*)/gm)].map(([, words]) => words!);
    expect(named.length).toBeGreaterThan(40);
    const commands = await allCommands();
    const faults = named.flatMap((words) => {
      const found = commands
        .filter(({ name }) => `${words} `.startsWith(`${name} `))
        .toSorted((a, b) => b.name.length - a.name.length)[0];
      if (found === undefined) return [`no such command: ${words}`];
      const flags = [...words.matchAll(/(?:^|\s)(--[a-z][a-z0-9-]*)/g)].map(([, flag]) => flag!);
      return flags.filter((flag) => flag !== '--help' && !found.command.options.some((option) => option.long === flag)).map((flag) => `${found.name} has no ${flag}`);
    });
    expect(faults).toEqual([]);
  });
}

test('both languages have the same sections, commands and figures, so that neither falls behind', () => {
  const sections = (guide: string) => [...guide.matchAll(/^(#+) .*$/gm)].map(([, level]) => level);
  const anchors = (guide: string) => [...guide.matchAll(/<a id="([\w-]+)">/g)].map(([, id]) => id);
  const blocks = (guide: string) => [...guide.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block]) => block!.replaceAll(/^\s*#.*$|\s+# .*$/gm, '').trim());
  expect(sections(guides.vi)).toEqual(sections(guides.en));
  expect(anchors(guides.vi)).toEqual(anchors(guides.en));
  expect(blocks(guides.vi)).toEqual(blocks(guides.en));
});

test('every alert leads to a section that says what to do', async () => {
  const pages = [...(await read('templates/deploy/monitoring/alerts.yaml')).matchAll(/page: ([\w-]+)/g)].map(([, page]) => page!);
  expect(pages.length).toBeGreaterThan(10);
  for (const guide of Object.values(guides)) expect(pages.filter((page) => !guide.includes(`<a id="${page}">`))).toEqual([]);
});

test('the page of commands says what the commands say', async () => {
  expect(await read('docs/commands.md')).toBe(await commandsPage());
});

test('what the guides point to is there', async () => {
  for (const [folder, guide] of [['docs/vi/', guides.vi], ['docs/', guides.en]] as const) {
    for (const [, target] of guide.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)) await read(`${folder}${target!.replace(/\/$/, '/README.md')}`);
    for (const [, anchor] of guide.matchAll(/\]\(#([\w-]+)\)/g)) expect(guide).toContain(`<a id="${anchor!}">`);
  }
});

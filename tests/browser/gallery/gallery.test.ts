import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserPath } from '../open-browser.ts';
import { byKeyboard } from './by-keyboard.ts';
import { fieldsByKeyboard } from './fields-by-keyboard.ts';
import { looks } from './looks.ts';
import { type OpenGallery, openGallery } from './open-gallery.ts';
import { outbox } from './outbox.ts';
import { overview } from './overview.ts';

// Beside each element stands what the gallery shows of it.
const kit = fileURLToPath(new URL('../../../packages/ui-webcomponents/', import.meta.url));
const elements = globSync(['src/**/*.gallery.ts', '../plugins/*/ui/**/*.gallery.ts'], { cwd: kit })
  .map((file) => basename(file, '.gallery.ts'))
  .toSorted();

test('no element of the kit is missing from the gallery', () => {
  const { modules } = JSON.parse(readFileSync(join(kit, 'custom-elements.json'), 'utf8')) as { modules: readonly { path: string }[] };
  expect(modules.length).toBeGreaterThan(10);
  expect(modules.map(({ path }) => path).filter((path) => !existsSync(join(kit, path.replace(/\.ts$/, '.gallery.ts'))))).toEqual([]);
});

// One gallery for all of it. Several at a time: much is waiting.
describe.skipIf(browserPath === undefined)('the gallery, in a browser', { timeout: 240_000, concurrent: true }, () => {
  let open: OpenGallery;
  const get = () => open;
  beforeAll(async () => void (open = await openGallery()), 120_000);
  afterAll(() => open?.[Symbol.asyncDispose]());

  describe('its own pages', () => overview(get));
  describe('looked at', () => looks(elements, get));
  describe('by keyboard alone', () => byKeyboard(get));
  describe('a report, by keyboard alone', () => fieldsByKeyboard(get));
  describe('what is kept on the device', () => outbox(get));
});

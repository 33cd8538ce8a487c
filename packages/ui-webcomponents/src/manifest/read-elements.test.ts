import { expect, test } from 'vitest';
import { elementTypes } from './element-types.ts';
import type { Declaration } from './manifest.ts';
import { readElements } from './read-elements.ts';

const kit = new URL('../..', import.meta.url).pathname;
const manifest = await readElements(kit, 'src/{base,charts/bar-chart,charts,map,map/place-map}/*.ts');
const element = (tag: string): Declaration => manifest.modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag)!;
const names = (of: readonly { readonly name: string }[] = []) => of.map(({ name }) => name);

test('an element is listed with its own attributes and those of what it is built on', () => {
  expect(names(element('tt-bar-chart').attributes)).toEqual(expect.arrayContaining(['rows', 'upright', 'row-label', 'heading', 'heading-level']));
  expect(element('tt-bar-chart').attributes!.find(({ name }) => name === 'upright')).toMatchObject({ fieldName: 'upright', type: { text: 'boolean' } });
});

test('what is an element’s own business is in no list', () => {
  const { attributes, members } = element('tt-place-map');
  expect([...names(attributes), ...names(members)]).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(middle|state|leaflet|load|#.*)$/)]));
  expect(names(members)).toEqual(expect.arrayContaining(['value', 'focus']));
});

test('events are those that are written down, with what they carry', () => {
  expect(element('tt-place-map').events).toEqual([expect.objectContaining({ name: 'tt-change', description: 'with `lat` and `lon`' })]);
  expect(element('tt-bar-chart').events).toEqual([]);
});

test('the example beside an element comes along', () => {
  expect(element('tt-place-map').examples).toEqual([expect.stringMatching(/^<tt-place-map label="Nơi xảy ra" .*<\/tt-place-map>$/)]);
});

test('modules that define no element are left out', () => {
  expect(names(manifest.modules.flatMap(({ declarations }) => declarations))).toEqual(['BarChart', 'PlaceMap']);
});

test('the types name every tag once, and take switches and numbers as such', () => {
  const text = elementTypes(manifest, 'src', '// written');
  expect(text).toContain("import type { BarChart } from './charts/bar-chart/bar-chart.ts';");
  expect(text).toContain("'tt-bar-chart': BarChart;");
  expect(text).toMatch(/'tt-bar-chart': Common & \{ rows\?: string; upright\?: boolean; most\?: number \| string;/);
});

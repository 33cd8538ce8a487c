import { expect, test } from 'vitest';
import { z } from 'zod';
import { abilityOf } from '../access/ability.ts';
import { barePlugin } from '../kit/bare-plugin.ts';
import type { Visibility } from '../plugin/plugin.ts';
import type { Grant } from '../tenancy/province-tables.ts';
import { maySee, rightsOf } from './visibility.ts';

const title = { vi: 'Sự kiện' };
const type = (visibleTo: Visibility) => ({ title, visibleTo, data: z.object({}) });
const viewer = (agency: string | null, ...grants: Grant[]) => ({ ability: abilityOf(grants, { agency, communes: ['19789'] }), agency });
const event = (data: object = {}, agency: string | null = null) => ({ data, agency });

test('everybody sees a public event; an agency sees its own', () => {
  expect(maySee(viewer(null), type('public'), event())).toBe(true);
  expect(maySee(viewer('ioc'), type('agency'), event({}, 'ioc'))).toBe(true);
  expect(maySee(viewer('ioc'), type('agency'), event({}, 'so-y-te'))).toBe(false);
  // Nobody's event is not the event of somebody without an agency.
  expect(maySee(viewer(null), type('agency'), event())).toBe(false);
});

test('an event for a permission is seen by its holders alone', () => {
  expect(maySee(viewer('ioc'), type('case:read'), event())).toBe(false);
  expect(maySee(viewer('ioc', { permission: 'case:close' }), type('case:read'), event())).toBe(false);
  expect(maySee(viewer(null, { permission: 'case:read' }), type('case:read'), event())).toBe(true);
});

test.each<[string, Record<string, unknown>, object, string | null, boolean]>([
  ['the own agency', { agency: '$mine.agency' }, {}, 'ioc', true],
  ['the own agency, where the event is another’s', { agency: '$mine.agency' }, {}, 'so-y-te', false],
  ['a commune of one’s own', { commune: { $in: '$mine.communes' } }, { commune: '19789' }, null, true],
  ['another commune', { commune: { $in: '$mine.communes' } }, { commune: '24133' }, null, false],
  ['anything but a commune', { commune: { $ne: '24133' } }, { commune: '19789' }, null, true],
  ['anything but a commune, where the event names none', { commune: { $ne: '24133' } }, {}, null, false],
  ['two conditions of which one is met', { agency: '$mine.agency', commune: '24133' }, { commune: '19789' }, 'ioc', false],
])('a role that reads cases of %s: the event decides', (_what, when, data, agency, seen) => {
  expect(maySee(viewer('ioc', { permission: 'case:read', when }), type('case:read'), event(data, agency))).toBe(seen);
});

test('who may see the same has the same rights, who may not has others', () => {
  const plugin = barePlugin({ id: 'x', events: { publishes: { 'a.done': type('public'), 'b.done': type('agency'), 'c.done': type('case:read') }, consumes: {} } });
  const rights = (...who: Parameters<typeof viewer>) => rightsOf(viewer(...who), [plugin]);
  const read = { permission: 'case:read' };
  expect(rights('ioc', read)).toBe(rights('ioc', read, { permission: 'other:thing' }));
  expect(rights('ioc', read)).toBe(rights('ioc', read, { permission: 'case:read', when: { agency: 'x' } }));
  const different = [rights(null), rights('ioc'), rights('so-y-te'), rights('ioc', read), rights('ioc', { ...read, when: { agency: '$mine.agency' } }), rights('ioc', { ...read, when: { commune: '1' } })];
  expect(new Set(different).size).toBe(different.length);
  expect(rightsOf(viewer('ioc', read), [])).not.toBe(rights('ioc', read));
});

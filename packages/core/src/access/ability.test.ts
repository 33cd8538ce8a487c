import { expect, test } from 'vitest';
import { abilityOf, holds, isConditional } from './ability.ts';

const mine = { agency: 'so-xay-dung', communes: ['19789', '19900'] };
const ofMyAgency = { permission: 'report:read', when: { agency: '$mine.agency' } };
const ofMyCommunes = { permission: 'report:read', when: { commune: { $in: '$mine.communes' } } };

test('who has no grants may do nothing', () => {
  const ability = abilityOf([], mine);
  expect(holds(ability, 'report:read')).toBe(false);
  expect(holds(ability, 'report:read', { agency: 'so-xay-dung' })).toBe(false);
});

test('a grant without a condition is held for every row, and for no other permission', () => {
  const ability = abilityOf([{ permission: 'report:read' }], mine);
  expect(holds(ability, 'report:read', { agency: 'so-y-te' })).toBe(true);
  expect(holds(ability, 'report:close')).toBe(false);
  expect(holds(ability, 'camera:read')).toBe(false);
});

test.each(['report:manage', 'all:manage', 'all:read'])('the permission "%s" is that one permission, whatever its words mean to others', (permission) => {
  const ability = abilityOf([{ permission }], mine);
  expect(holds(ability, permission)).toBe(true);
  expect(holds(ability, 'report:read')).toBe(false);
  expect(holds(ability, 'report:close', { agency: 'so-xay-dung' })).toBe(false);
});

test('an officer holds what is granted for the own agency there, and nowhere else', () => {
  const ability = abilityOf([ofMyAgency], mine);
  expect(holds(ability, 'report:read')).toBe(true);
  expect(holds(ability, 'report:read', { agency: 'so-xay-dung' })).toBe(true);
  expect(holds(ability, 'report:read', { agency: 'so-y-te' })).toBe(false);
  expect(holds(ability, 'report:read', { agency: null })).toBe(false);
});

test('an officer of several communes holds what is granted for each of them', () => {
  const ability = abilityOf([ofMyCommunes], mine);
  expect(['19789', '19900', '24133', null].filter((commune) => holds(ability, 'report:read', { commune }))).toEqual(['19789', '19900']);
});

test('somebody without an agency or communes matches no row, not even one that has none either', () => {
  const ability = abilityOf([ofMyAgency, ofMyCommunes], { agency: null, communes: [] });
  for (const agency of [null, '', 'so-xay-dung']) expect(holds(ability, 'report:read', { agency, commune: null })).toBe(false);
});

test('several grants of one permission add up', () => {
  const ability = abilityOf([ofMyAgency, { permission: 'report:read', when: { category: 'road-damage' } }], mine);
  expect(holds(ability, 'report:read', { agency: 'so-y-te', category: 'road-damage' })).toBe(true);
  expect(holds(ability, 'report:read', { agency: 'so-xay-dung', category: 'noise' })).toBe(true);
  expect(holds(ability, 'report:read', { agency: 'so-y-te', category: 'noise' })).toBe(false);
});

test('a permission is conditional until one role grants it without a condition', () => {
  expect(isConditional(abilityOf([ofMyAgency], mine), 'report:read')).toBe(true);
  expect(isConditional(abilityOf([ofMyAgency, { permission: 'report:read' }], mine), 'report:read')).toBe(false);
});

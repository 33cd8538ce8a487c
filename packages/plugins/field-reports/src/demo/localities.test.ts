import { describe, expect, test } from 'vitest';
import { distanceKm, localitiesOf, moved } from './localities.ts';
import { dakLak, hue } from '../../test/demo-provinces.ts';

const named = (province: typeof hue, coastal: boolean) =>
  new Map(localitiesOf(province, coastal).map((locality) => [locality.commune.name, locality]));

describe('a commune', () => {
  test('lies by the sea when no sister lies seaward of it, and the province has a coast', () => {
    const seaside = [...named(hue, true).values()].filter(({ tags }) => tags.has('seaside')).map(({ commune }) => commune.name);
    expect(seaside).toEqual(['Thuận An', 'Chân Mây - Lăng Cô']);
    expect([...named(hue, false).values()].some(({ tags }) => tags.has('seaside'))).toBe(false);
  });

  test('has the words and the weather of its part of the country', () => {
    const localities = named(dakLak, true);
    expect(localities.get('Buôn Ma Thuột')).toMatchObject({ title: 'phường Buôn Ma Thuột', region: 'highlands' });
    expect(localities.get('Tuy Hòa')?.region).toBe('south-central');
    expect(named(hue, true).get('A Lưới 2')).toMatchObject({ title: 'xã A Lưới 2', region: 'central' });
  });

  test('is moved by kilometres, not by degrees', () => {
    const centre = { lat: 16.46, lon: 107.58 };
    expect(distanceKm(centre, moved(centre, 3, 4))).toBeCloseTo(5, 1);
  });
});

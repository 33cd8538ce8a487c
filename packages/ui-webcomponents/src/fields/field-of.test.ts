import { expect, test } from 'vitest';
import { fieldOf } from './field-of.ts';

const names = ['description', 'phone', 'photos', 'place'] as const;

test('a fault that the server found is shown at the field that it means', () => {
  const known = { lat: 'place', lon: 'place', 'contact.email': 'phone' } as const;
  expect(['body.description', 'body.contact.phone', 'body.photos.2', 'body.lat', 'body.contact.email', 'body.category'].map((path) => fieldOf(path, names, known))).toEqual([
    'description',
    'phone',
    'photos',
    'place',
    'phone',
    undefined,
  ]);
});

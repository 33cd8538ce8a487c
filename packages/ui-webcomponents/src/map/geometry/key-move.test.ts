import { expect, test } from 'vitest';
import { keyMove } from './key-move.ts';

test('arrows move the map by an eighth, with Shift finely', () => {
  expect(keyMove('ArrowLeft', false, 320, 400)).toEqual({ by: [-40, 0] });
  expect(keyMove('ArrowDown', false, 320, 400)).toEqual({ by: [0, 50] });
  expect(keyMove('ArrowDown', true, 320, 400)).toEqual({ by: [0, 8] });
});

test('plus and minus zoom, Enter chooses, and every other key is left to the page', () => {
  expect(keyMove('+', false, 320, 400)).toEqual({ zoom: 1 });
  expect(keyMove('=', false, 320, 400)).toEqual({ zoom: 1 });
  expect(keyMove('-', false, 320, 400)).toEqual({ zoom: -1 });
  expect(keyMove('Enter', false, 320, 400)).toEqual({ choose: true });
  expect(keyMove('Tab', false, 320, 400)).toBeUndefined();
});

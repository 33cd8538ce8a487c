import { describe, expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { sentence, write } from './write-text.ts';

describe('writing a text', () => {
  test('takes one of the choices, also inside a choice', () => {
    const seen = new Set(Array.from({ length: 60 }, (_, seed) => write('[một|[hai|ba]] cây', {}, seededRandom(seed))));
    expect(seen).toEqual(new Set(['một cây', 'hai cây', 'ba cây']));
  });

  test('fills the slots and closes the gap that an empty choice leaves', () => {
    expect(write('đèn <at> [|] hỏng [|] , tối om', { at: () => 'đầu kiệt' }, seededRandom(1))).toBe('đèn đầu kiệt hỏng, tối om');
  });

  test('refuses a slot that no one fills', () => {
    expect(() => write('đèn <where>', {}, seededRandom(1))).toThrow(RangeError);
  });

  test('begins every sentence with a capital letter, accents included, and ends with a full stop', () => {
    expect(sentence('đã vá xong. đường êm')).toBe('Đã vá xong. Đường êm.');
    expect(sentence('mong sớm sửa!')).toBe('Mong sớm sửa!');
  });
});

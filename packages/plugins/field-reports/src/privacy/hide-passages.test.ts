import { expect, test } from 'vitest';
import { hidePassages } from './hide-passages.ts';

const text = 'Ông Ba ở số 5 đổ rác, bà Tư nhà bên cũng đổ.';
const at = (said: string) => ({ at: text.indexOf(said), text: said });

test('passages are hidden where they stand, in whatever order they are given', () => {
  expect(hidePassages(text, [at('bà Tư'), at('Ông Ba')])).toBe('[đã che] ở số 5 đổ rác, [đã che] nhà bên cũng đổ.');
});

test('passages that touch or overlap are one gap', () => {
  expect(hidePassages(text, [at('Ông Ba ở'), at('ở số 5')])).toBe('[đã che] đổ rác, bà Tư nhà bên cũng đổ.');
  expect(hidePassages(text, [at('Ông Ba'), { at: 6, text: ' ở số 5' }])).toBe('[đã che] đổ rác, bà Tư nhà bên cũng đổ.');
});

test('the whole text can be hidden', () => {
  expect(hidePassages(text, [{ at: 0, text }])).toBe('[đã che]');
});

test('a passage that does not stand there is refused: somebody has changed the text meanwhile', () => {
  for (const wrong of [{ at: 1, text: 'Ông Ba' }, { at: 9_000, text: 'x' }, { at: 0, text: `${text}!` }]) {
    expect(() => hidePassages(text, [wrong])).toThrow(expect.objectContaining({ status: 422 }));
  }
});

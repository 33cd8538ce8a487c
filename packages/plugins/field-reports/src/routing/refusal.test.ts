import { expect, test } from 'vitest';
import { refuse } from './refusal.ts';

const first = { owner: 'so-xay-dung', refusals: 0, proposed: 'cong-an', dispatcher: 'ioc' };

test('the first refusal goes to the agency that is proposed', () => {
  expect(refuse(first)).toEqual({ to: 'cong-an' });
});

test('the second goes to the dispatcher, whoever is proposed', () => {
  expect(refuse({ ...first, owner: 'cong-an', refusals: 1, proposed: 'so-xay-dung' })).toEqual({ to: 'ioc' });
});

test('what the dispatcher has decided after two refusals is not refused again', () => {
  expect(refuse({ ...first, refusals: 2 })).toEqual({ fault: 'refused-twice' });
});

test('the dispatcher assigns and does not refuse; nobody proposes themselves', () => {
  expect(refuse({ ...first, owner: 'ioc' })).toEqual({ fault: 'dispatcher-decides' });
  expect(refuse({ ...first, proposed: 'so-xay-dung' })).toEqual({ fault: 'proposes-itself' });
});

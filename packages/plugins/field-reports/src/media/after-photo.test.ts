import { expect, test } from 'vitest';
import { type AfterPhoto, afterPhotoFault, takenNear } from './after-photo.ts';

const report = { place: { lat: 16.4637, lon: 107.5909, commune: '19789', exact: true }, submittedAt: new Date('2026-11-22T14:05:00+07:00') };
const photo = (given: Partial<AfterPhoto> = {}): AfterPhoto => ({ takenAt: new Date('2026-11-23T09:00:00+07:00'), lat: 16.464, lon: 107.591, commune: '19789', ...given });
const fieldOf = (photos: readonly AfterPhoto[], note?: string) => afterPhotoFault({ photos, note }, report, 200)?.errors?.[0]?.path;

test('an after-photo taken 35 metres away on the next day is near', () => {
  expect(takenNear(photo(), report, 200)).toBe(true);
});

test.each([
  ['without a place', photo({ lat: null, lon: null })],
  ['a kilometre away', photo({ lat: 16.4727 })],
  ['taken before the report', photo({ takenAt: new Date('2026-11-22T08:00:00+07:00') })],
])('an after-photo %s is not near', (_what, one) => {
  expect(takenNear(one, report, 200)).toBe(false);
});

test('of a report without an exact place, an after-photo in its commune is near', () => {
  const loose = { ...report, place: { ...report.place, exact: false } };
  expect(takenNear(photo({ lat: 16.48 }), loose, 200)).toBe(true);
  expect(takenNear(photo({ commune: '19900' }), loose, 200)).toBe(false);
});

test('an answer without an after-photo is refused, whatever is stated', () => {
  expect(fieldOf([])).toBe('body.photos');
  expect(fieldOf([], 'Đèn hỏng nên không chụp được.')).toBe('body.photos');
});

test('one picture near is enough; without any, the officer has to state why', () => {
  expect(fieldOf([photo({ lat: null, lon: null }), photo()])).toBeUndefined();
  expect(fieldOf([photo({ lat: null, lon: null })])).toBe('body.photoNote');
  expect(fieldOf([photo({ lat: null, lon: null })], 'Máy ảnh của đơn vị không có định vị.')).toBeUndefined();
});

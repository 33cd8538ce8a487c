import { describe, expect, test } from 'vitest';
import { checkBoundaries } from './check-boundaries.ts';

const communes = [
  { code: '19753', name: 'Phú Xuân' },
  { code: '19789', name: 'Thuận Hóa' },
  { code: '19900', name: 'Thuận An' },
];
const options = { communes, codeProperty: 'code', bounds: [107, 16, 108.3, 17] as const };

type Pair = [number, number];
/** A box of hundredths of a degree, some 1.07 by 1.11 km each, counted from a corner of Huế. */
const box = (x: number, y: number, width = 1, height = 1): Pair[] =>
  ([[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]] as Pair[]).map(([dx, dy]) => [Number((107.5 + dx / 100).toFixed(6)), Number((16.4 + dy / 100).toFixed(6))]);
const feature = (code: unknown, ...rings: Pair[][]) => ({ type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: rings } });
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const file = (features: unknown[], more: object = {}) => bytes({ type: 'FeatureCollection', features, ...more });
const check = (...features: unknown[]) => checkBoundaries(file(features), options);
const three = [feature('19753', box(0, 0)), feature('19789', box(1, 0)), feature('19900', box(0, 1, 2, 1))];

test('communes that share their borders have no gaps and no overlaps, whichever way their rings run', () => {
  const corners: Pair[] = [[107.5, 16.41], [107.51, 16.41], [107.52, 16.41], [107.52, 16.42], [107.5, 16.42], [107.5, 16.41]];
  const shared = feature('19900', corners.toReversed());
  const { faults, warnings, areaKm2, boundaries } = check(three[0], three[1], shared);
  expect({ faults, warnings, communes: boundaries.length }).toEqual({ faults: [], warnings: [], communes: 3 });
  expect(areaKm2).toBeCloseTo(4.74, 1);
});

describe('a file is refused, with the reason, for', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['something else than JSON', bytes('ranh giới'), 'unreadable', /JSON/],
    ['JSON that is no FeatureCollection', bytes({ type: 'Polygon' }), 'unreadable', /FeatureCollection/],
    ['no features', file([]), 'unreadable', /không có xã/],
    ['metres of VN-2000', file([feature('19753', box(0, 0).map(([lon, lat]): Pair => [lon * 5_000, lat * 110_000]))]), 'projection', /VN-2000.*EPSG:4326/],
    ['another coordinate system by name', file(three, { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::9217' } } }), 'projection', /9217/],
    ['latitude before longitude', file([feature('19753', box(0, 0).map(([lon, lat]): Pair => [lat, lon]))]), 'projection', /vĩ độ trước/],
    ['a commune that lies elsewhere', file([feature('19753', box(0, -500))]), 'outside', /Phú Xuân/],
    ['a commune of another province', file([feature('24133', box(0, 0))]), 'unknown-commune', /24133/],
    ['a feature without a code', file([feature(null, box(0, 0))]), 'no-code', /đối tượng thứ 1/],
    ['a commune twice', file([feature('19753', box(0, 0)), feature('19753', box(1, 0))]), 'twice', /MultiPolygon/],
    ['a line', file([{ type: 'Feature', properties: { code: '19753' }, geometry: { type: 'LineString', coordinates: box(0, 0) } }]), 'not-a-polygon', /Polygon/],
    ['a place without numbers', file([feature('19753', [['a', 'b'] as unknown as Pair])]), 'not-a-polygon', /Polygon/],
    ['a ring that is not closed', file([feature('19753', box(0, 0).slice(0, 4))]), 'unclosed', /khép kín/],
    ['a ring of two points', file([feature('19753', [box(0, 0)[0]!, box(0, 0)[1]!, box(0, 0)[0]!])]), 'too-few-points', /bốn điểm/],
    ['a border that crosses itself', file([feature('19753', [box(0, 0)[0]!, box(0, 0)[2]!, box(0, 0)[1]!, box(0, 0)[3]!, box(0, 0)[0]!])]), 'self-crossing', /tự cắt/],
  ])('%s', (_what, given, kind, message) => {
    const { faults } = checkBoundaries(given, options);
    expect(faults.map((fault) => fault.kind)).toEqual([kind]);
    expect(faults[0]!.message.vi).toMatch(message);
  });

  test('more points than a province needs', () => {
    const round = Array.from({ length: 200_001 }, (_, i): Pair => [107.6 + Math.cos((i / 200_000) * 2 * Math.PI) / 20, 16.5 + Math.sin((i / 200_000) * 2 * Math.PI) / 20]);
    round[200_000] = round[0]!;
    expect(check(feature('19753', round)).faults.map(({ kind }) => kind)).toEqual(['too-many-points']);
  });
});

test('codes may stand in another property, and as numbers', () => {
  const given = file([{ type: 'Feature', properties: { MA_XA: 19753 }, geometry: { type: 'Polygon', coordinates: [box(0, 0)] } }]);
  expect(checkBoundaries(given, { ...options, codeProperty: 'MA_XA' }).boundaries[0]!.commune).toBe('19753');
});

test('communes that are missing are told, and do not keep the others from being saved', () => {
  const { faults, warnings } = check(three[0]);
  expect(faults).toEqual([]);
  expect(warnings.map(({ kind, communes: [code] }) => [kind, code])).toEqual([['missing-commune', '19789'], ['missing-commune', '19900']]);
});

describe('between neighbours', () => {
  const found = (...features: unknown[]) => check(...features).warnings.filter(({ kind }) => kind !== 'missing-commune');

  test('an overlap is told with its area and both names', () => {
    const [overlap, ...others] = found(feature('19753', box(0, 0)), feature('19789', box(0.9, 0)));
    expect(others).toEqual([]);
    expect(overlap).toMatchObject({ kind: 'overlap', communes: ['19753', '19789'] });
    expect(overlap!.areaKm2).toBeCloseTo(0.119, 2);
    expect(overlap!.message.vi).toMatch(/Phú Xuân, Thuận Hóa chồng lên nhau 0,11\d km²/);
  });

  test('a commune that lies wholly in another is an overlap, and none where it is cut out of it', () => {
    const inner = box(0.4, 0.4, 0.2, 0.2);
    expect(found(feature('19753', box(0, 0)), feature('19789', inner)).map(({ kind }) => kind)).toEqual(['overlap']);
    expect(found(feature('19753', box(0, 0), inner), feature('19789', inner))).toEqual([]);
  });

  test('the same area given to two communes is an overlap', () => {
    expect(found(feature('19753', box(0, 0)), feature('19789', box(0, 0))).map(({ kind, communes: both }) => [kind, both])).toEqual([['overlap', ['19753', '19789']]]);
  });

  test('a hole that no commune fills is a gap, with its area and whoever lies around it', () => {
    const [gap, ...others] = found(feature('19753', box(0, 0, 3, 3), box(1, 1)));
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ kind: 'gap', communes: ['19753'] });
    expect(gap!.areaKm2).toBeCloseTo(1.18, 1);
  });

  test('a gap between several communes is told with all of their names, also where two of them overlap elsewhere', () => {
    const ring = [feature('19753', box(0, 0, 3, 1)), feature('19789', [[107.5, 16.41], [107.51, 16.41], [107.51, 16.42], [107.52, 16.42], [107.52, 16.41], [107.53, 16.41], [107.53, 16.43], [107.5, 16.43], [107.5, 16.41]] as Pair[])];
    expect(found(...ring).map(({ kind, communes: all }) => [kind, all])).toEqual([['gap', ['19753', '19789']]]);
    const kinds = found(...ring, feature('19900', box(2.5, 1.5, 2, 1))).map(({ kind, communes: all }) => [kind, all]);
    expect(kinds).toEqual(expect.arrayContaining([['gap', ['19753', '19789']], ['overlap', ['19789', '19900']]]));
  });

  test('a border that one of them draws with a point more is no gap', () => {
    expect(found(feature('19753', box(0, 0)), feature('19789', [[107.51, 16.4], [107.52, 16.4], [107.52, 16.41], [107.51, 16.41], [107.51, 16.405], [107.51, 16.4]]))).toEqual([]);
  });

  test('slivers where two people drew the same stream are no matter', () => {
    expect(found(feature('19753', box(0, 0)), feature('19789', [[107.509995, 16.4], [107.52, 16.4], [107.52, 16.41], [107.51, 16.41], [107.509995, 16.4]]))).toEqual([]);
  });

  test('when the time for measuring is over, what was not measured is named', () => {
    const { warnings } = checkBoundaries(file([feature('19753', box(0, 0)), feature('19789', box(0.9, 0)), feature('19900', box(5, 5))]), options, () => false);
    expect(warnings.map(({ kind, communes: left }) => [kind, left])).toEqual([['not-measured', ['19753', '19789']]]);
  });
});

import type { Boundary, Finding, KnownCommune, Position, Ring, Shape } from './boundary.ts';
import { finding } from './boundary.ts';
import { ringFault, same } from './rings.ts';

/** Of a whole province: more would cost each node tens of megabytes, and says nothing that a citizen's phone could tell. */
const mostPoints = 200_000;
const mostFindings = 200;
/** Six decimals are a tenth of a metre. */
const grain = 1e6;
const loose = 1;

export interface ReadOptions {
  readonly communes: readonly KnownCommune[];
  /** The property of a feature that holds the commune's code. */
  readonly codeProperty: string;
  /** Loose box of the province, `[west, south, east, north]`. */
  readonly bounds: readonly [number, number, number, number];
}

interface Read {
  readonly boundaries: Boundary[];
  readonly faults: Finding[];
}

/** Reads a GeoJSON FeatureCollection of communes. Nothing is guessed or mended: what is not right is said, with where. */
export function readBoundaries(bytes: Uint8Array, options: ReadOptions): Read {
  const faults: Finding[] = [];
  const features = featuresOf(bytes);
  if ('kind' in features) return { boundaries: [], faults: [features] };
  const projection = foreignProjection(features.crs);
  if (projection !== null) return { boundaries: [], faults: [projection] };
  const names = new Map(options.communes.map(({ code, name }) => [code, name]));
  const boundaries = new Map<string, Boundary>();
  let points = 0;
  for (const [i, feature] of features.list.entries()) {
    if (faults.length >= mostFindings) break;
    const code = codeOf(feature, options.codeProperty);
    const what = code === null ? { vi: `đối tượng thứ ${i + 1}`, en: `feature ${i + 1}` } : { vi: `${names.get(code) ?? ''} (${code})`.trim(), en: `${names.get(code) ?? ''} (${code})`.trim() };
    const about = { communes: code === null ? [] : [code] };
    if (code === null) {
      faults.push(finding('no-code', { vi: `Không có mã xã, phường năm chữ số trong thuộc tính "${options.codeProperty}" của ${what.vi}.`, en: `No five-digit commune code in the property "${options.codeProperty}" of ${what.en}.` }));
      continue;
    }
    if (!names.has(code)) {
      faults.push(finding('unknown-commune', { vi: `Mã ${code} không phải xã, phường của tỉnh này.`, en: `${code} is no commune of this province.` }, about));
      continue;
    }
    if (boundaries.has(code)) {
      faults.push(finding('twice', { vi: `${what.vi} có hai lần; một xã nhiều mảnh là một MultiPolygon.`, en: `${what.en} is there twice; a commune in several parts is one MultiPolygon.` }, about));
      continue;
    }
    const shape = shapeOf(feature);
    if (shape === null) {
      faults.push(finding('not-a-polygon', { vi: `${what.vi} không phải Polygon hay MultiPolygon.`, en: `${what.en} is neither Polygon nor MultiPolygon.` }, about));
      continue;
    }
    const misplaced = placeFault(shape, options.bounds, what, about.communes);
    if (misplaced !== null) {
      faults.push(misplaced);
      // Metres in one commune are metres in all.
      if (misplaced.kind === 'projection') break;
      continue;
    }
    const kept = shape.map((part) => part.map(rounded));
    const rings = kept.flat();
    points += rings.reduce((sum, ring) => sum + ring.length, 0);
    if (points > mostPoints) break;
    for (const ring of rings) {
      const fault = ringFault(ring);
      if (fault !== null) faults.push(finding(fault.kind, ringWords[fault.kind](what), { ...about, at: fault.at }));
    }
    boundaries.set(code, { commune: code, shape: kept });
  }
  if (points > mostPoints) {
    faults.push(finding('too-many-points', {
      vi: `Tệp có hơn ${mostPoints.toLocaleString('vi-VN')} điểm. Hãy giản lược đường ranh giới (sai số 5 m là đủ), giữ nguyên các đoạn chung.`,
      en: `The file has more than ${mostPoints.toLocaleString('en-GB')} points. Please simplify the borders (5 m is enough), keeping shared lines shared.`,
    }));
  }
  return { boundaries: [...boundaries.values()], faults };
}

type What = { readonly vi: string; readonly en: string };

const ringWords = {
  unclosed: ({ vi, en }: What) => ({ vi: `Đường ranh giới của ${vi} không khép kín: điểm cuối khác điểm đầu.`, en: `The border of ${en} is not closed: its last point is not its first.` }),
  'too-few-points': ({ vi, en }: What) => ({ vi: `Một vòng của ${vi} có ít hơn bốn điểm.`, en: `A ring of ${en} has fewer than four points.` }),
  'self-crossing': ({ vi, en }: What) => ({ vi: `Đường ranh giới của ${vi} tự cắt chính nó.`, en: `The border of ${en} crosses itself.` }),
} as const;

function featuresOf(bytes: Uint8Array): Finding | { readonly list: unknown[]; readonly crs: unknown } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return finding('unreadable', { vi: 'Tệp không phải JSON (UTF-8). Hãy xuất lớp xã, phường thành GeoJSON.', en: 'The file is no JSON (UTF-8). Please export the layer of communes as GeoJSON.' });
  }
  const { type, features, crs } = Object(value) as { type?: unknown; features?: unknown; crs?: unknown };
  if (type === 'FeatureCollection' && Array.isArray(features)) return { list: features, crs };
  return finding('unreadable', { vi: 'Tệp không phải FeatureCollection của GeoJSON, mỗi xã, phường một đối tượng.', en: 'The file is no GeoJSON FeatureCollection with a feature for each commune.' });
}

function codeOf(feature: unknown, property: string): string | null {
  const properties = Object(Object(feature).properties) as Record<string, unknown>;
  const code = properties[property];
  const text = typeof code === 'number' ? String(code).padStart(5, '0') : code;
  return typeof text === 'string' && /^\d{5}$/.test(text) ? text : null;
}

function shapeOf(feature: unknown): Shape | null {
  const { type, coordinates } = Object(Object(feature).geometry) as { type?: unknown; coordinates?: unknown };
  const parts: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!isList(parts, (part) => isList(part, (ring) => isList(ring, isPosition)))) return null;
  return (parts as number[][][][]).map((part) => part.map((ring) => ring.map(([lon, lat]): Position => [lon!, lat!])));
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

const toWgs84 = {
  vi: 'Hãy chuyển sang WGS 84 (EPSG:4326), độ thập phân, kinh độ trước, ví dụ bằng QGIS: Export → Save Features As → CRS EPSG:4326. Hệ thống không đoán múi chiếu và kinh tuyến trục thay cho tỉnh.',
  en: 'Please convert it to WGS 84 (EPSG:4326), decimal degrees, longitude first, for example in QGIS: Export → Save Features As → CRS EPSG:4326. The zone and central meridian are not guessed.',
};

/** The old `crs` member of GeoJSON, where an export wrote one. */
function foreignProjection(crs: unknown): Finding | null {
  if (crs === undefined || crs === null) return null;
  const name = String(Object(Object(crs).properties).name ?? '');
  if (/CRS84$|EPSG:{1,2}4326$/i.test(name)) return null;
  return finding('projection', { vi: `Tệp ghi hệ tọa độ "${name.slice(0, 60)}". ${toWgs84.vi}`, en: `The file names the coordinate system "${name.slice(0, 60)}". ${toWgs84.en}` });
}

function placeFault(shape: Shape, [west, south, east, north]: ReadOptions['bounds'], what: What, communes: readonly string[]): Finding | null {
  const all = shape.flat(2);
  const metres = all.find(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180);
  if (metres !== undefined) {
    return finding('projection', { vi: `Tọa độ như ${metres[0]}, ${metres[1]} là mét (VN-2000 hay UTM), không phải độ. ${toWgs84.vi}`, en: `Coordinates such as ${metres[0]}, ${metres[1]} are metres (VN-2000 or UTM), not degrees. ${toWgs84.en}` }, { communes });
  }
  const inside = (lon: number, lat: number) => lon >= west - loose && lon <= east + loose && lat >= south - loose && lat <= north + loose;
  const away = all.find(([lon, lat]) => !inside(lon, lat));
  if (away === undefined) return null;
  if (inside(away[1], away[0])) return finding('projection', { vi: `Tọa độ như ${away[0]}, ${away[1]} viết vĩ độ trước. ${toWgs84.vi}`, en: `Coordinates such as ${away[0]}, ${away[1]} have the latitude first. ${toWgs84.en}` }, { communes });
  return finding('outside', { vi: `${what.vi} có điểm nằm xa ngoài tỉnh.`, en: `${what.en} has a point far outside of the province.` }, { communes, at: away });
}

function rounded(ring: Ring): Ring {
  const points = ring.map(([lon, lat]): Position => [Math.round(lon * grain) / grain, Math.round(lat * grain) / grain]);
  return points.filter((point, i) => i === 0 || !same(point, points[i - 1]!));
}

import { fullName, type Commune } from '@tinhthong/ui-webcomponents/commune-picker';
import type { PointFeature } from '@tinhthong/ui-webcomponents/map/points-map';
import { localTime, type Say, type Text } from '@tinhthong/ui-webcomponents';
import { stateWords } from '../../../src/pages/words.ts';
import type { LayerFeatures, ListedReport } from '../../api.gen.ts';

/** What the map is to show. */
export interface Filter {
  readonly category?: string | undefined;
  readonly commune?: string | undefined;
  readonly status?: string | undefined;
}

export interface Words {
  readonly say: Say;
  readonly origin: string;
  readonly categories: ReadonlyMap<string, Text>;
  readonly communes: readonly Commune[];
}

type Told = Pick<ListedReport, 'code' | 'category' | 'commune' | 'status' | 'submittedAt'>;

/** The latest reports of a list, with the beginning of what was written. */
export function pointsOfList(reports: readonly ListedReport[], words: Words): PointFeature[] {
  return reports.map((report) => point(report, [report.lon, report.lat], words, report.text));
}

/** What the layer of the whole province holds of these. */
export function pointsOfLayer({ features }: LayerFeatures, { category, commune, status }: Filter, words: Words): PointFeature[] {
  return features.flatMap(({ geometry, properties }) => {
    const report = properties as unknown as Told;
    const wanted = (!category || report.category === category) && (!commune || report.commune === commune) && (!status || report.status === status);
    return geometry?.type === 'Point' && wanted ? [point(report, geometry['coordinates'] as readonly number[], words)] : [];
  });
}

function point({ code, category, commune, status, submittedAt }: Told, coordinates: readonly number[], { say, origin, categories, communes }: Words, text?: string): PointFeature {
  const name = categories.get(category);
  const place = communes.find((one) => one.code === commune);
  const detail = [say(stateWords[status].vi, stateWords[status].en ?? stateWords[status].vi), place && fullName(place, say), localTime(submittedAt).replace(' ', '\u00a0')].filter(Boolean).join(' · ');
  return {
    type: 'Feature',
    id: code,
    geometry: { type: 'Point', coordinates },
    properties: {
      title: name === undefined ? code : say(name.vi, name.en),
      detail: text === undefined ? detail : `${detail}. ${text.length > 90 ? `${text.slice(0, 89)}…` : text}`,
      href: `${origin}/phan-anh/${code}`,
    },
  };
}

/** `[west, south, east, north]` around centres, so many degrees away from them: some communes have no borders yet. */
export function boxOf(communes: readonly Pick<Commune, 'lat' | 'lon'>[], away: number): readonly [number, number, number, number] {
  const [lons, lats] = [communes.map(({ lon }) => lon), communes.map(({ lat }) => lat)];
  const to = (value: number) => Math.round(value * 1e4) / 1e4;
  return [to(Math.min(...lons) - away), to(Math.min(...lats) - away), to(Math.max(...lons) + away), to(Math.max(...lats) + away)];
}

import type { WorkingCalendar } from '@tinhthong/core';
import type { Rating } from '../tables.ts';
import { citizenText, type SampleChannel, samplePhone } from './citizen-text.ts';
import { localTime } from './local-time.ts';
import { type Commune, type Locality, localitiesOf } from './localities.ts';
import { type Random, seededRandom } from './random.ts';
import { rainOf } from './regions.ts';
import { type Life, sampleLife } from './sample-life.ts';
import { type Moment, sampleMoments } from './sample-moments.ts';
import type { PictureKind } from './sample-picture.ts';
import { besideSpot, officeSpot, sampleSpot, type Spot } from './sample-spot.ts';
import { type Move, withNotes } from './staff-text.ts';
import { textsByCategory } from './texts/by-category.ts';
import type { CaseTexts, CategoryTexts } from './texts/category-texts.ts';
import { highlandNames, personNames } from './texts/person-names.ts';
import { write } from './write-text.ts';

export interface SampleReport {
  /** Category code, one of the input's. */
  category: string;
  /** Code of the commune. */
  commune: string;
  lat: number;
  lon: number;
  address: string;
  description: string;
  submittedAt: Date;
  channel: SampleChannel;
  /** Null: anonymous. Phones are 0900 000 xxx and belong to no one. */
  reporter: { name: string; phone: string } | null;
  /** What happened until the sample's last moment, in order. */
  moves: Move[];
  /** Given when the report was closed for the last time. */
  rating: Rating | null;
  /** Drawn by `samplePicture`; those with `after` show the place when it was dealt with. */
  pictures: { kind: PictureKind; after: boolean }[];
}

export interface SampleInput {
  communes: readonly Commune[];
  /** Codes; those that no texts exist for are left out. */
  categories: readonly string[];
  /** The province has a coast to its east: some communes report about beaches and harbours. */
  coastal?: boolean;
  count: number;
  until: Date;
  seed: number;
  /** Staff write while it is open. */
  calendar: WorkingCalendar;
  /** When a report's answer is due; about one in ten comes later. */
  dueAt: (report: { category: string; channel: SampleChannel; submittedAt: Date }) => Date;
}

const channelShares: Readonly<Record<SampleChannel, number>> = { app: 45, web: 20, zalo: 20, hotline: 15 };
const channels = ['app', 'web', 'zalo', 'hotline'] as const;
const anonymousShares: Readonly<Record<SampleChannel, number>> = { web: 0.35, app: 0.12, zalo: 0.2, hotline: 0.05 };

/** What a storm is reported for. */
const stormShares: Readonly<Record<string, number>> = { flooding: 10, trees: 5, 'power-telecom': 3, 'street-light': 1, 'road-damage': 1, traffic: 1 };

/** Trouble that was never really solved: reported again from the same place. */
const recurringShare = 0.08;

/** A year of believable reports of one province, by the time they were submitted; the same input gives the same reports. */
export function sampleReports(input: SampleInput): SampleReport[] {
  const random = seededRandom(input.seed);
  const localities = localitiesOf(input.communes, input.coastal ?? false);
  const known = [...textsByCategory].filter(([code]) => input.categories.includes(code));
  if (localities.length === 0 || known.length === 0) throw new RangeError('sample reports need a commune and a category that there are texts for');

  const seen = new Map<string, Spot[]>();
  return sampleMoments({ count: input.count, until: input.until, localities }, random).map((moment) => {
    const locality = chooseLocality(localities, moment, random);
    const weigh = categoryWeights(locality, moment);
    const [code, category] = random.weighted(known, ([candidate, texts]) => weigh(candidate, texts));
    const spots = seen.get(`${locality.commune.code} ${code}`) ?? [];
    seen.set(`${locality.commune.code} ${code}`, spots);
    return report({ input, code, category, locality, moment, spots }, random);
  });
}

interface Subject {
  input: SampleInput;
  code: string;
  category: CategoryTexts;
  locality: Locality;
  moment: Moment;
  /** Where the same was reported before in this commune. */
  spots: Spot[];
}

function report({ input, code, category, locality, moment, spots }: Subject, random: Random): SampleReport {
  const submittedAt = moment.at;
  const channel = random.weighted(channels, (each) => channelShares[each]);
  const phone = samplePhone(random);
  const kind = chooseCase(category, locality, submittedAt, random);
  const spot = chooseSpot(kind, locality, spots, random);

  const { description, pronoun } = citizenText({ category, case: kind, locality, spot, at: submittedAt, channel, phone }, random);
  const due = input.dueAt({ category: code, channel, submittedAt });
  const life = sampleLife(
    { submittedAt, due, until: input.until, calendar: input.calendar, byPhone: channel === 'hotline', atOnce: kind.atOnce ?? false },
    random,
  );
  const moves = withNotes({ category, case: kind, spot, commune: locality.title, pronoun, life }, random).filter(({ at }) => at < input.until);
  const ended = moves.length === life.steps.length;

  return {
    category: code,
    commune: locality.commune.code,
    lat: spot.lat,
    lon: spot.lon,
    address: spot.address,
    description,
    submittedAt,
    channel,
    reporter: random.chance(anonymousShares[channel]) ? null : { name: personName(locality, random), phone },
    moves,
    rating: ended ? life.rating : null,
    pictures: kind.picture ? samplePictures(kind.picture, channel, life, moves, random) : [],
  };
}

function chooseLocality(localities: readonly Locality[], { storm }: Moment, random: Random): Locality {
  return random.weighted(localities, ({ region, weight }) => (storm === null || storm === region ? weight : 0));
}

/** How often each category is reported from this place at this moment. */
function categoryWeights({ region, tags }: Locality, { at, storm }: Moment): (code: string, category: CategoryTexts) => number {
  if (storm !== null) return (code) => stormShares[code] ?? 0.05;
  const { hour, month, weekday } = localTime(at);
  const peaks = {
    rain: rainOf(region, month) ** 1.5,
    evening: hour >= 18 || hour < 5 ? 2.5 : 0.7,
    'office hours': hour >= 7 && hour < 17 && weekday % 6 !== 0 ? 1.4 : 0.3,
  };
  return (_, { weight, peak, ofTowns }) => weight * (peak ? peaks[peak] : 1) * (ofTowns && tags.has('rural') ? 0.4 : 1);
}

function chooseCase({ cases }: CategoryTexts, { tags, region }: Locality, at: Date, random: Random): CaseTexts {
  const { month } = localTime(at);
  const rain = rainOf(region, month);
  const fitting = cases.filter(
    ({ where = [], when, months }) =>
      where.every((tag) => tags.has(tag)) &&
      (months?.includes(month) ?? true) &&
      (when === undefined || (when === 'wet' ? rain >= 0.8 : rain <= 0.4)),
  );
  return random.weighted(fitting, ({ share = 1 }) => share);
}

function chooseSpot(kind: CaseTexts, locality: Locality, before: Spot[], random: Random): Spot {
  if (kind.atOffice) return officeSpot(locality, random);
  const spot = before.length > 0 && random.chance(recurringShare) ? besideSpot(random.pick(before), random) : sampleSpot(locality, random);
  before.push(spot);
  return spot;
}

function personName({ tags }: Locality, random: Random): string {
  const highland = tags.has('highlands') && random.chance(tags.has('rural') ? 0.25 : 0.08);
  return write(random.pick(highland ? highlandNames : personNames), {}, random).replace("H' ", "H'");
}

function samplePictures(kind: PictureKind, channel: SampleChannel, life: Life, moves: readonly Move[], random: Random): SampleReport['pictures'] {
  const pictures: SampleReport['pictures'] = [];
  if (channel !== 'hotline' && random.chance(0.75)) pictures.push({ kind, after: false });
  if (!life.planned && moves.some(({ to }) => to === 'answered') && random.chance(0.65)) pictures.push({ kind, after: true });
  return pictures;
}

import type { Channel } from '../tables.ts';
import { localTime } from './local-time.ts';
import type { Locality } from './localities.ts';
import type { Random } from './random.ts';
import type { Spot } from './sample-spot.ts';
import type { CaseTexts, CategoryTexts, Template } from './texts/category-texts.ts';
import { laneWords } from './texts/place-names.ts';
import { callBack, hotlineLeads, introductions, leads, since, thanks, voices, wordsOfHours } from './texts/shared-phrases.ts';
import { sentence, type Slots, write } from './write-text.ts';

/** Citizens' own ways; Open311 is for other systems. */
export type SampleChannel = Extract<Channel, 'web' | 'app' | 'hotline' | 'zalo'>;

export interface Telling {
  category: CategoryTexts;
  case: CaseTexts;
  locality: Locality;
  spot: Spot;
  at: Date;
  channel: SampleChannel;
  phone: string;
}

/** What one citizen wrote, with the pronoun they keep for the rest of the report. */
export interface CitizenText {
  description: string;
  pronoun: string;
}

type Style = 'terse' | 'plain' | 'full' | 'polite';

/** How many write so, by channel: chats are short, forms are long. */
const styleShares: Readonly<Record<SampleChannel, Readonly<Record<Style, number>>>> = {
  web: { terse: 1, plain: 4, full: 5, polite: 4 },
  app: { terse: 4, plain: 6, full: 4, polite: 2 },
  zalo: { terse: 7, plain: 5, full: 1, polite: 1 },
  hotline: { terse: 2, plain: 6, full: 5, polite: 0 },
};
const styles = ['terse', 'plain', 'full', 'polite'] as const;

export function citizenText(telling: Telling, random: Random): CitizenText {
  const voice = random.weighted(voices, (each) => each.share);
  const slots = slotsOf(telling, voice.pronoun, random);
  const say = (templates: readonly Template[]) => write(random.pick(spoken(templates, telling.channel)), slots, random);

  const problem = say(telling.case.problem);
  const harm = () => say(telling.case.harm);
  const wish = () => say(telling.case.wish ?? telling.category.wish);
  const lead = (templates: readonly Template[], share: number) => (random.chance(share) ? `${say(templates)} ${problem}`.trim() : problem);

  const sentences: Readonly<Record<Style, () => string[]>> = {
    terse: () => [problem],
    plain: () => [lead(leads, 0.15), random.chance(0.6) ? harm() : wish()],
    full: () => [lead(leads, 0.3), harm(), wish()],
    polite: () => {
      const greeting = say(voice.greetings);
      const opening = random.chance(0.55) ? [`${greeting}, ${say(introductions)}`, problem] : [`${greeting}, ${problem}`];
      return [...opening, harm(), wish(), say(thanks)];
    },
  };
  const style = random.weighted(styles, (name) => styleShares[telling.channel][name]);
  const parts = telling.channel === 'hotline' ? [lead(hotlineLeads, 0.5), ...sentences[style]().slice(1)] : sentences[style]();
  if (telling.channel !== 'hotline' && random.chance(0.025)) parts.push(say(callBack));

  return { description: typed(parts, telling.channel, random), pronoun: voice.pronoun };
}

function slotsOf({ spot, locality, at, phone }: Telling, pronoun: string, random: Random): Slots {
  const hour = localTime(at).hour;
  return {
    at: () => random.pick(spot.at),
    road: spot.road,
    area: spot.area,
    mark: spot.mark,
    commune: locality.title,
    lane: laneWords[locality.region],
    since: () => write(random.pick(since), {}, random),
    now: random.pick(wordsOfHours.find(({ before }) => hour < before)?.words ?? ['hôm nay']),
    n: () => String(random.whole(3, 9)),
    i: pronoun,
    phone,
  };
}

// An agent writes down the matter, not "my house".
function spoken(templates: readonly Template[], channel: SampleChannel): readonly Template[] {
  return channel === 'hotline' ? templates.filter((template) => !template.includes('<i>')) : templates;
}

/** Numbers that belong to no one. */
export const samplePhone = (random: Random) => `0900 000 ${String(random.whole(0, 999)).padStart(3, '0')}`;

/** As it was typed: mostly with care, in chats now and then without capitals, full stops or accents. */
function typed(parts: readonly string[], channel: SampleChannel, random: Random): string {
  const hasty = channel === 'zalo' ? 0.45 : channel === 'app' ? 0.18 : 0.03;
  if (!random.chance(hasty)) {
    const text = parts.map(sentence).join(' ');
    return random.chance(0.04) ? `${text.slice(0, -1)}!` : text;
  }
  const text = parts.join(random.pick([', ', '. ', '. ']));
  return random.pick<(text: string) => string>([(same) => same, abbreviated, unaccented, (same) => same, abbreviated])(text);
}

function abbreviated(text: string): string {
  return text.replaceAll(' không ', ' ko ').replaceAll(' được ', ' đc ').replaceAll(' mọi người ', ' mn ').replaceAll(' bây giờ ', ' bh ');
}

const unaccented = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

import { fold } from '../base/fold.ts';
import type { Say, Text } from '../base/language.ts';

/** As `/api/core/communes` answers. */
export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly type: 'phuong' | 'xa' | 'dac_khu';
  readonly lat: number;
  readonly lon: number;
}

const types: Readonly<Record<Commune['type'], Text>> = {
  phuong: { vi: 'phường', en: 'ward' },
  xa: { vi: 'xã', en: 'commune' },
  dac_khu: { vi: 'đặc khu', en: 'special zone' },
};

export function typeOf({ type }: Commune, say: Say): string {
  return say(types[type].vi, types[type].en);
}

/** `Phường Phú Xuân`, `Phú Xuân ward`. */
export function fullName(commune: Commune, say: Say): string {
  const type = types[commune.type];
  return say(type.vi.charAt(0).toUpperCase() + type.vi.slice(1) + ' ' + commune.name, `${commune.name} ${type.en}`);
}

const byName = new Intl.Collator('vi').compare;
const folded = new WeakMap<Commune, { readonly name: string; readonly full: string }>();

/**
 * Those that a person may mean, best first: as it was written with its accents, then what begins so, then a word of it. An
 * empty text means all of them.
 */
export function findCommunes(communes: readonly Commune[], text: string): Commune[] {
  const written = text.normalize('NFC').trim().toLocaleLowerCase('vi');
  const wanted = fold(text);
  return communes
    .flatMap((commune) => {
      const rank = rankOf(commune, written, wanted);
      return rank === undefined ? [] : [{ commune, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank || byName(a.commune.name, b.commune.name))
    .map(({ commune }) => commune);
}

function rankOf(commune: Commune, written: string, wanted: string): number | undefined {
  const name = commune.name.normalize('NFC').toLocaleLowerCase('vi');
  let of = folded.get(commune);
  if (of === undefined) folded.set(commune, (of = { name: fold(commune.name), full: fold(`${types[commune.type].vi} ${commune.name}`) }));
  if (name.startsWith(written)) return 0;
  if (of.name.startsWith(wanted)) return 1;
  // Not for `phu`: every ward is a `phường`.
  if ((wanted.length > 3 || wanted === 'xa') && of.full.startsWith(wanted)) return 2;
  if (of.name.includes(` ${wanted}`)) return 3;
  return of.name.includes(wanted) || commune.code === wanted ? 4 : undefined;
}

/** The one that a text names in full, with or without its kind and its accents; nothing where two are called so. */
export function namedCommune(communes: readonly Commune[], text: string): Commune | undefined {
  const wanted = fold(text);
  const named = communes.filter((commune) => [commune.name, `${types[commune.type].vi} ${commune.name}`, `${commune.name} ${types[commune.type].en}`].some((name) => fold(name) === wanted));
  const written = text.normalize('NFC').trim().toLocaleLowerCase('vi');
  return named.length > 1 ? named.find(({ name }) => name.toLocaleLowerCase('vi') === written) : named[0];
}

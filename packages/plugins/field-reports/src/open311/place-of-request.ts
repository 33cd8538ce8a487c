import { fold } from '@tinhthong/core';
import type { ReportContext } from '../module.ts';
import type { Given } from './parameters.ts';
import { wrong } from './refusals.ts';

export interface GivenPlace {
  readonly lat?: number;
  readonly lon?: number;
  readonly commune?: string;
  readonly address?: string;
}

/** `commune-19789`: no id is purely numeric, because some decoders make numbers of those. */
export const addressIdOf = (commune: string): string => `commune-${commune}`;

/** One location: a point; or the id of a commune; or words in which a commune's name stands. */
export async function placeOfRequest(ctx: ReportContext, given: Given): Promise<GivenPlace> {
  const [lat, lon, text, id] = [given.one('lat'), given.one('long') ?? given.one('lon'), given.one('address_string'), given.one('address_id')];
  const address = text === undefined ? {} : { address: text };
  if (text !== undefined && text.length > 300) throw wrong('address_string', { vi: 'tối đa 300 ký tự', en: 'at most 300 characters' });
  if (lat !== undefined || lon !== undefined) return { lat: degrees('lat', lat, 90), lon: degrees('long', lon, 180), ...address };
  if (id !== undefined) return { commune: id.replace(/^commune-/, ''), ...address };
  if (text === undefined) throw wrong('lat', { vi: 'cần lat và long, hoặc address_string, hoặc address_id', en: 'lat and long, or address_string, or address_id is needed' });
  const commune = communeIn(text, await communesOf(ctx));
  if (commune === undefined) {
    throw wrong('address_string', { vi: 'không thấy tên xã, phường nào của tỉnh; hãy gửi lat và long, hoặc ghi tên xã, phường', en: 'names no commune of this province; send lat and long, or name the commune' });
  }
  return { commune, ...address };
}

function degrees(name: string, text: string | undefined, most: number): number {
  const value = text !== undefined && /^-?\d{1,3}(\.\d{1,20})?$/.test(text) ? Number(text) : NaN;
  if (!(Math.abs(value) <= most)) throw wrong(name, { vi: `phải là số độ từ -${most} đến ${most}`, en: `must be degrees between -${most} and ${most}` });
  return value;
}

/** Streets are called after the same places: what says that it is a commune goes first. */
const kinds = ['phuong', 'xa', 'dac khu', 'p', 'x'];

/** A commune as it is looked for in an address. */
export interface NamedCommune {
  readonly code: string;
  readonly exact: string;
  readonly folded: string;
}

export function namedCommunes(communes: Iterable<{ readonly code: string; readonly name: string }>): readonly NamedCommune[] {
  return [...communes].map(({ code, name }) => ({ code, exact: words(name.normalize('NFC').toLocaleLowerCase('vi')), folded: words(fold(name)) }));
}

/** The commune that an address names: one with its kind before it, then one with all its accents, then the longest name. */
export function communeIn(text: string, communes: readonly NamedCommune[]): string | undefined {
  const [exact, folded] = [words(text.normalize('NFC').toLocaleLowerCase('vi')), words(fold(text))];
  const found = communes
    .filter((one) => folded.includes(one.folded))
    .map((one) => ({ ...one, titled: kinds.some((kind) => folded.includes(` ${kind}${one.folded}`)), whole: exact.includes(one.exact) }))
    .toSorted((a, b) => Number(b.titled) - Number(a.titled) || Number(b.whole) - Number(a.whole) || b.folded.length - a.folded.length);
  return found[0]?.code;
}

/** Between blanks, so that no word is found within another. */
function words(text: string): string {
  return ` ${text.replaceAll(/[^\p{L}\p{M}\p{N}']+/gu, ' ').trim()} `;
}

function communesOf(ctx: ReportContext): Promise<readonly NamedCommune[]> {
  return ctx.kept('open311 communes', async () => namedCommunes(await ctx.db.selectFrom('core.communes').select(['code', 'name']).execute()));
}

import { invalid } from '@tinhthong/core';
import type { ReportContext } from '../module.ts';

export interface FoundPlace {
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  /** Whether somebody pointed at it; else it is the commune's centre. */
  readonly exact: boolean;
  /** Whether the commune is only the nearest one. */
  readonly approximate: boolean;
}

export interface GivenPlace {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  readonly commune?: string | undefined;
}

/** The commune of a point, or the centre of a commune. @throws Problem 422 for a place of another province, or none */
export async function placeOf(ctx: ReportContext, { lat, lon, commune }: GivenPlace): Promise<FoundPlace> {
  if (lat !== undefined && lon !== undefined) {
    const found = await ctx.places.communeAt(lat, lon);
    if (found === null) {
      throw invalid('body.lat', {
        vi: `Nơi này nằm ngoài ${ctx.tenant.name.vi}; hãy gửi đến tỉnh của nơi đó.`,
        en: `This place is outside ${ctx.tenant.name.en ?? ctx.tenant.name.vi}; please report to its own province.`,
      });
    }
    return { commune: found.code, lat, lon, exact: true, approximate: found.approximate };
  }
  if (commune === undefined) throw invalid('body.lat', { vi: 'cần vị trí (lat, lon) hoặc mã xã, phường', en: 'a place (lat, lon) or a commune is needed' });
  const found = await ctx.places.commune(commune);
  if (found === null) throw invalid('body.commune', { vi: 'mã xã, phường không có ở tỉnh này', en: 'no such commune in this province' });
  return { commune: found.code, lat: found.lat, lon: found.lon, exact: false, approximate: false };
}

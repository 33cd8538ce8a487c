import type { Say, Text } from '@tinhthong/core';
import { type Category, configurationOf } from '../configuration.ts';
import type { ReportContext } from '../module.ts';

export interface Names {
  readonly agencies: ReadonlyMap<string, Text>;
  readonly communes: ReadonlyMap<string, { readonly name: string; readonly type: CommuneType }>;
  readonly categories: ReadonlyMap<string, Pick<Category, 'code' | 'name' | 'icon' | 'public' | 'afterPhotoRequired'>>;
}

export type CommuneType = 'phuong' | 'xa' | 'dac_khu';

/** What pages call agencies, communes and categories, whose codes the reports hold. */
export async function namesOf(ctx: ReportContext): Promise<Names> {
  const { categories } = await configurationOf(ctx);
  const places = await ctx.kept('names', async () => {
    const [agencies, communes] = await Promise.all([
      ctx.db.selectFrom('core.agencies').select(['id', 'name_vi', 'name_en']).execute(),
      ctx.db.selectFrom('core.communes').select(['code', 'name', 'type']).execute(),
    ]);
    return {
      agencies: new Map(agencies.map(({ id, name_vi, name_en }): [string, Text] => [id, { vi: name_vi, en: name_en ?? name_vi }])),
      communes: new Map(communes.map(({ code, ...commune }) => [code, commune])),
    };
  });
  return { ...places, categories };
}

export const communeTypes: Readonly<Record<CommuneType, Text>> = {
  phuong: { vi: 'Phường', en: 'Ward' },
  xa: { vi: 'Xã', en: 'Commune' },
  dac_khu: { vi: 'Đặc khu', en: 'Special zone' },
};

export function categoryName(say: Say, names: Names, code: string): string {
  const category = names.categories.get(code);
  return category === undefined ? code : say(category.name);
}

export function agencyName(say: Say, names: Names, id: string): string {
  const agency = names.agencies.get(id);
  return agency === undefined ? id : say(agency);
}

/** `Phường Thuận Hóa`; a foreigner looks for the name that stands on the signs. */
export function communeName(names: Names, code: string): string {
  const commune = names.communes.get(code);
  return commune === undefined ? code : `${communeTypes[commune.type].vi} ${commune.name}`;
}

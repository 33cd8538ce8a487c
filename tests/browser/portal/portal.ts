import type { TestWorld } from '@tinhthong/core/testing';
import type { Browser } from 'playwright-core';
import { twoProvinces } from '../../isolation/two-provinces.ts';
import { openBrowser } from '../open-browser.ts';

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };

/** The portals of two provinces in a browser, with some public reports in Huế. */
export interface OpenPortal extends AsyncDisposable {
  readonly world: TestWorld;
  readonly browser: Browser;
  /** Origins. */
  readonly home: string;
  readonly elsewhere: string;
  /** Codes of the reports, oldest first. */
  readonly codes: readonly string[];
}

const texts = [
  ['road-damage', 'Ổ gà sâu trước cổng trường, học sinh hay ngã xe.', '12 Lê Lợi'],
  ['waste', 'Rác đổ đầy góc chợ, ba ngày chưa ai dọn.', '3 Trần Hưng Đạo'],
  ['road-damage', 'Nắp cống vỡ giữa đường, ban đêm rất nguy hiểm.', '40 Nguyễn Huệ'],
] as const;

export async function openPortal(): Promise<OpenPortal> {
  const world = await twoProvinces();
  const browser = await openBrowser();
  const codes: string[] = [];
  for (const [category, description, address] of texts) {
    const answer = await world.province('hue').request('/api/field-reports/reports', { json: { category, description, commune: '19789', address } });
    codes.push(((await answer.json()) as { code: string }).code);
  }
  await world.settled();
  const port = await world.listen();
  const at = (province: string) => `http://${world.province(province).host}:${port}`;
  return {
    world, browser, codes,
    home: at('hue'),
    elsewhere: at('dak-lak'),
    async [Symbol.asyncDispose]() {
      await browser.close();
      await world[Symbol.asyncDispose]();
    },
  };
}

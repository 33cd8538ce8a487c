import type { TestProvince } from '@tinhthong/core/testing';
import type { Twin } from './twin.ts';

/** What has an id of its own among the clocks of a twin. */
export interface ClockThings {
  readonly extension: string;
  readonly order: string;
  readonly limitsVersion: string;
}

/** A report that is paused, one with an extension to be decided, one with an order to be carried out. */
export async function makeClockThings(site: TestProvince, staff: string, reports: Twin['reports']): Promise<ClockThings> {
  const api = '/api/field-reports';
  const ask = async <T>(path: string, json?: object): Promise<T> => {
    const answer = await site.request(api + path, { as: staff, ...(json && { json }) });
    if (!answer.ok) throw new Error(`${site.id}: ${path} ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const later = new Date(Date.now() + 60 * 86_400_000).toISOString();
  await ask(`/reports/${reports.resume.code}/pause`, { reason: 'Chờ vật tư.' });
  const { id: extension } = await ask<{ id: string }>(`/reports/${reports.decide.code}/extensions`, { reason: 'Chờ vật tư.', promisedAt: later });
  const { id: order } = await ask<{ id: string }>(`/reports/${reports.complete.code}/orders`, { instruction: 'Khắc phục ngay.', dueAt: later });
  const { version: limitsVersion } = await ask<{ version: string }>('/limits');
  return { extension, order, limitsVersion };
}

import { hash } from 'node:crypto';
import type { TestProvince } from '@tinhthong/core/testing';
import type { TwinReport } from './twin.ts';

/** What waits in a province to become reports, and a voice in one. */
export interface IntakeThings {
  /** Ids of what waits, by what is tried with it. */
  readonly items: Readonly<Record<'read' | 'enter' | 'discard', string>>;
  /** With which gateways sign what they send to the province. */
  readonly intakeSecret: string;
  /** Reports with the secrets of those who joined them. */
  readonly voices: { readonly leave: TwinReport; readonly leaveToo: TwinReport };
}

const api = '/api/field-reports';

export async function makeIntakeThings(site: TestProvince, mark: string, staff: string, reports: Readonly<Record<'leave' | 'leaveToo' | 'unmerge' | 'read', TwinReport>>): Promise<IntakeThings> {
  const intakeSecret = `whsec_${hash('sha256', mark, 'base64')}`;
  const done = async <T>(response: Response): Promise<T> => {
    if (!response.ok) throw new Error(`${site.id}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  };
  await done(await site.request('/api/core/modules/field-reports/secrets/intake', { method: 'PUT', as: staff, json: { value: intakeSecret } }));
  const draft = async (use: string) =>
    (await done<{ id: string }>(await site.request(`${api}/intake/drafts`, { as: staff, json: { description: `Dân gọi báo cống nghẹt, ${use}, ${mark}.`, contact: { name: `Người gọi ${mark}`, phone: '0905123456' } } }))).id;
  const items = { read: await draft('đọc'), enter: await draft('nhập'), discard: await draft('bỏ') };
  const join = async (use: 'leave' | 'leaveToo'): Promise<TwinReport> => {
    const { code, followUp } = await done<TwinReport>(await site.request(`${api}/reports/${reports[use].code}/join`, { json: { remark: `Tôi cũng gặp, ${mark}.` } }));
    return { code, followUp };
  };
  const voices = { leave: await join('leave'), leaveToo: await join('leaveToo') };
  await done(await site.request(`${api}/reports/${reports.unmerge.code}/merge`, { as: staff, json: { into: reports.read.code } }));
  return { items, intakeSecret, voices };
}

import { type Job, Problem } from '@tinhthong/core';
import type { Selectable } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { FieldReports } from '../module.ts';
import type { IntakeItemRow } from './intake-tables.ts';
import { firstSent, fingerprintOf } from './identical-reports.ts';
import { placeOf } from './place-of.ts';
import { type NewReport, submit } from './submit.ts';

export type Item = Selectable<IntakeItemRow>;

/** For those who wrote to the province by themselves, to be answered where they wrote from. */
const consentByMessage = 'by-message';
const leastCharacters = 10;

/** Whether a message says all that a report needs; the rest is for a person. */
export function isComplete({ category, commune, lat, lon, description }: Pick<Item, 'category' | 'commune' | 'lat' | 'lon' | 'description'>): boolean {
  return category !== null && (commune !== null || (lat !== null && lon !== null)) && (description?.length ?? 0) >= leastCharacters;
}

/** Contact details of an item, with the consent that they came with. */
export function contactOf({ sender_name: name, sender_phone: phone, sender_email: email, consent_version: consent }: Item): NewReport['contact'] {
  if (name === null && phone === null && email === null) return undefined;
  return { ...(name && { name }), ...(phone && { phone }), ...(email && { email }), consent: consent ?? consentByMessage };
}

/** A message that lacks nothing becomes a report by itself, through the same door as every other. */
export const takeIn: Job<FieldReports> = {
  title: { vi: 'Tiếp nhận tin đủ nội dung thành phản ánh', en: 'Make reports of messages that lack nothing' },
  timeoutSeconds: 30,
  async run(ctx, { payload }) {
    const { item: id } = payload as { item: string };
    const item = await ctx.db.selectFrom('intake_items').selectAll().where('id', '=', id).executeTakeFirst();
    if (item?.state !== 'waiting' || !isComplete(item)) return;
    try {
      const report = reportOf(item);
      const { categories } = await configurationOf(ctx);
      if (!categories.has(report.category)) throw new Problem(422, 'invalid-input', { vi: 'lĩnh vực không có ở tỉnh này', en: 'no such category' });
      const place = await placeOf(ctx, report);
      const fingerprint = fingerprintOf(item.sender_phone === null ? null : `${item.channel}:${item.sender_phone}`, { category: report.category, place, address: report.address, text: report.description });
      const first = fingerprint === null ? undefined : await firstSent(ctx, fingerprint);
      if (first !== undefined) return await putAside('dropped', `sent before as ${first}`);
      await submit(ctx, report, { item, sender: item.sender_phone === null ? null : `${item.channel}:${item.sender_phone}` });
    } catch (problem) {
      // It waits for a person, who sees why; everything else is tried again.
      if (!(problem instanceof Problem) || problem.status >= 500 || problem.code === 'already-taken-in') throw problem;
      await putAside('waiting', [problem.title.vi, ...problem.errors.map(({ message }) => message.vi)].join(' '));
    }

    async function putAside(state: 'waiting' | 'dropped', fault: string): Promise<void> {
      await ctx.change(async (trx) => void (await trx.updateTable('intake_items').set({ state, fault, updated_at: ctx.now() }).where('id', '=', id).where('state', '=', 'waiting').execute()));
    }
  },
};

function reportOf(item: Item): NewReport {
  return {
    category: item.category!,
    description: item.description!,
    channel: item.channel,
    photos: [],
    ...(item.commune !== null && { commune: item.commune }),
    ...(item.lat !== null && item.lon !== null && { lat: item.lat, lon: item.lon }),
    ...(item.address !== null && { address: item.address }),
    contact: contactOf(item),
  };
}

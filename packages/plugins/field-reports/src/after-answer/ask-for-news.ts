import { invalid, latitude, longitude, ok } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { phoneOf } from '../intake/phone-of.ts';
import { type ReportContext, route } from '../module.ts';
import { code } from '../shapes.ts';
import { reportNotFound } from './follow-up.ts';
import { type Followed, subscribe } from './subscriptions.ts';

/** Version of the consent text that stands beside the address. */
export const newsConsentVersion = '2026-11';

const newSubscription = z.strictObject({
  report: code.optional(),
  category: z.string().max(60).optional().meta({ example: 'road-damage' }),
  commune: z.string().regex(/^\d{5}$/).optional(),
  circle: z.strictObject({ lat: latitude, lon: longitude, metres: z.int().min(100).max(5_000) }).optional(),
  email: z.email().max(200).optional(),
  phone: z.string().max(30).optional(),
  consent: z.literal(newsConsentVersion).optional(),
});
type NewSubscription = z.output<typeof newSubscription>;

export const askForNews = route({
  method: 'post',
  path: '/subscriptions',
  access: 'public',
  perMinute: 10,
  summary: {
    vi: 'Đăng ký nhận tin: một phản ánh, một lĩnh vực, một xã phường, hoặc quanh một nơi',
    en: 'Ask to be told: of a report, a category, a commune, or what lies around a place',
  },
  body: newSubscription.meta({ id: 'NewSubscription' }),
  answers: {
    200: {
      description: 'active: đã đăng ký; confirm: đã gửi thư xác nhận, có hiệu lực một ngày / subscribed, or a letter to confirm within a day is on its way',
      schema: z.object({ status: z.enum(['active', 'confirm']) }),
    },
  },
  async handle(ctx, { body }) {
    const followed = await followedOf(ctx, body);
    const follower = followerOf(ctx, body);
    return ok(await ctx.change(async (trx) => ({ status: (await subscribe(ctx, trx, followed, follower)).status })));
  },
});

async function followedOf(ctx: ReportContext, { report, category, commune, circle }: NewSubscription): Promise<Followed> {
  if (report !== undefined) {
    if (category !== undefined || commune !== undefined || circle !== undefined) throw invalid('body.report', { vi: 'chọn một phản ánh, hoặc lĩnh vực và nơi', en: 'choose one report, or category and place' });
    const found = await ctx.db.selectFrom('reports').select('id').where('code', '=', report).where('public', '=', true).executeTakeFirst();
    if (found === undefined) throw reportNotFound();
    return { report: found.id };
  }
  if (category === undefined && commune === undefined && circle === undefined) {
    throw invalid('body.category', { vi: 'chọn lĩnh vực, xã phường hoặc một nơi', en: 'choose a category, a commune or a place' });
  }
  // What is not public is told to nobody; to follow it would be a promise that is not kept.
  if (category !== undefined && (await configurationOf(ctx)).categories.get(category)?.public !== true) {
    throw invalid('body.category', { vi: 'lĩnh vực không có hoặc không công khai', en: 'no such public category' });
  }
  if (commune !== undefined && (await ctx.places.commune(commune)) === null) throw invalid('body.commune', { vi: 'mã xã, phường không có ở tỉnh này', en: 'no such commune in this province' });
  if (circle !== undefined && (await ctx.places.communeAt(circle.lat, circle.lon)) === null) throw invalid('body.circle.lat', { vi: 'nơi này nằm ngoài tỉnh', en: 'this place is outside the province' });
  return { category, commune, circle };
}

function followerOf({ actor }: ReportContext, { email, phone, consent }: NewSubscription) {
  if (email === undefined && phone === undefined) {
    if (actor.kind === 'account') return { account: actor.id };
    throw invalid('body.email', { vi: 'cần e-mail hoặc số điện thoại, hoặc đăng nhập', en: 'an e-mail address or a phone number is needed, or sign in' });
  }
  if (email !== undefined && phone !== undefined) throw invalid('body.phone', { vi: 'chỉ một trong hai: e-mail hoặc điện thoại', en: 'one of both: e-mail or phone' });
  if (consent === undefined) throw invalid('body.consent', { vi: 'cần đồng ý để dùng địa chỉ này', en: 'your consent to the use of this address is needed' });
  return { ...(actor.kind === 'account' && { askedBy: actor.id }), email, phone: phone === undefined ? undefined : phoneOf(phone, 'body.phone'), consentVersion: consent };
}

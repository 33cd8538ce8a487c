import { hash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { channelOf, channelSecrets, receiptSecret } from '../../notify/channels.ts';
import { readReceipts } from '../../notify/receipt-reading.ts';
import { recordReceipts, usualEmailReading } from '../../notify/record-receipts.ts';
import { Problem } from '../../plugin/problem.ts';
import type { Route } from '../../plugin/route.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { route } from './core-route.ts';

const sameText = (a: string, b: string) => timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer'));

/** Where gateways and mail relays report what became of messages. */
export function receiptRoutes(kernel: () => Kernel): Route[] {
  return [
    route({
      method: 'post',
      path: '/receipts/{driver}',
      access: 'public',
      perMinute: 600,
      params: z.strictObject({ driver: z.enum(['email', 'sms', 'chat']) }),
      query: z.strictObject({ secret: receiptSecret.meta({ description: 'Bí mật "receipt" của kênh / the channel’s secret "receipt"' }) }),
      body: z.looseObject({}).meta({ description: 'Như nhà cung cấp gửi; cách đọc nằm trong cài đặt kênh / as the provider sends it; the channel’s settings say how it is read' }),
      summary: { vi: 'Nhà cung cấp báo tin đã đến hay chưa', en: 'A provider reports whether messages arrived' },
      answers: { 204: { description: 'Đã nhận / received' } },
      handle: async (ctx, { params: { driver }, query, body }) => {
        const province = provinceOf(kernel(), ctx);
        const { config } = await channelOf(ctx.db, driver);
        const { receipt: secret } = await channelSecrets(ctx.db, province, driver);
        if (secret === undefined || !sameText(secret, query.secret)) {
          throw new Problem(401, 'receipt-secret-not-valid', { vi: 'Bí mật của báo cáo chưa đúng.', en: 'The secret of the report is not valid.' });
        }
        const reading = driver === 'email' ? (config.receipt ?? usualEmailReading) : config.driver?.receipt;
        const receipts = reading === undefined ? [] : readReceipts(body, reading);
        if (receipts.length > 0) {
          await ctx.change(async (trx) => {
            await recordReceipts(trx, driver, receipts, ctx.now());
            return null;
          });
        }
        return { status: 204 };
      },
    }),
  ];
}

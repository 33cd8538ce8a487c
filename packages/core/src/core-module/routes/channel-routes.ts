import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { channelConfig, channelNames, channelSecrets, channelsOf, channelOf, keepChannelSecrets, receiptSecret } from '../../notify/channels.ts';
import { deliver } from '../../notify/deliver.ts';
import { driverFaults, type HttpDriver } from '../../notify/http-driver.ts';
import { accountAddress } from '../../notify/recipients.ts';
import { invalidInput } from '../../http/to-problem.ts';
import { Problem } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { type CoreContext, route, time } from './core-route.ts';
import { ownAccount } from './own-account.ts';

const params = z.strictObject({ channel: z.enum(channelNames) });
const secretName = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
const secretValue = z.string().min(1).max(8_000).regex(/^[^\p{Cc}]*$/u);
const caps = z.object({ personHour: z.int(), provinceDay: z.int() });
const channel = z
  .object({
    channel: params.shape.channel,
    on: z.boolean(),
    config: z.looseObject({}),
    caps,
    secrets: z.array(z.string()).meta({ description: 'Tên của những bí mật đã đặt / names of the secrets that are set' }),
    changedAt: time.nullable(),
  })
  .meta({ id: 'Channel' });

/** How a province reaches people. What gateways entrusted to it goes in here, and never comes out. */
export function channelRoutes(kernel: () => Kernel): Route[] {

  async function shown(ctx: CoreContext) {
    const changed = new Map((await ctx.db.selectFrom('core.channels').select(['channel', 'changed_at']).execute()).map((row) => [row.channel, row.changed_at]));
    return Promise.all(
      (await channelsOf(ctx.db)).map(async (one) => ({
        ...one,
        secrets: Object.keys(await channelSecrets(ctx.db, provinceOf(kernel(), ctx), one.channel)).toSorted(),
        changedAt: changed.get(one.channel) ?? null,
      })),
    );
  }

  async function checkDriver(driver: HttpDriver): Promise<void> {
    const faults = driverFaults(driver).map(({ path, message }) => ({ path: `body.config.driver.${path}`, message }));
    if (faults.length > 0) throw refused(faults);
    if ((await kernel().outbound.refusalNow(new URL(driver.url.split('?')[0]!), { https: true })) === undefined) return;
    throw refused([{ path: 'body.config.driver.url', message: { vi: 'Không phải địa chỉ https:// công cộng.', en: 'Not a public https:// address.' } }]);
  }

  return [
    route({
      method: 'get',
      path: '/channels',
      access: 'channel:manage',
      summary: { vi: 'Các kênh gửi tin của tỉnh', en: 'The channels by which the province tells people' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(channel) }) } },
      handle: async (ctx) => ok({ items: await shown(ctx) }),
    }),
    route({
      method: 'put',
      path: '/channels/{channel}',
      access: 'channel:manage',
      recent: true,
      params,
      body: z.strictObject({
        on: z.boolean(),
        config: z.looseObject({}).default({}).meta({ description: 'Theo lược đồ của kênh / by the channel’s schema: templates/notify' }),
        secrets: z.record(secretName, secretValue.nullable()).default({}).meta({ description: 'Không nêu: giữ nguyên; null: bỏ / left out: stays; null: removed' }),
      }),
      summary: { vi: 'Cài đặt một kênh', en: 'Set up a channel' },
      answers: { 200: { description: 'Kênh / the channel', schema: channel } },
      handle: async (ctx, { params: { channel }, body }) => {
        const config = channelConfig(channel).safeParse(body.config);
        if (!config.success) throw configFault(invalidInput(config.error, 'body'));
        if (body.secrets['receipt'] != null && !receiptSecret.safeParse(body.secrets['receipt']).success) {
          throw refused([{ path: 'body.secrets.receipt', message: { vi: '16–200 chữ, số và - _ . ~', en: '16–200 letters, digits and - _ . ~' } }]);
        }
        if (config.data.driver !== undefined) await checkDriver(config.data.driver);
        await ctx.change(async (trx) => {
          const row = { on: body.on, config: JSON.stringify(config.data), changed_at: ctx.now() };
          await trx.insertInto('core.channels').values({ channel, ...row }).onConflict((oc) => oc.column('channel').doUpdateSet(row)).execute();
          if (Object.keys(body.secrets).length > 0) {
            const before = await channelSecrets(trx, provinceOf(kernel(), ctx), channel);
            const after = Object.entries({ ...before, ...body.secrets }).filter((entry): entry is [string, string] => entry[1] !== null);
            await keepChannelSecrets(trx, provinceOf(kernel(), ctx), channel, Object.fromEntries(after));
          }
          ctx.publish(trx, 'channel.changed', { subject: channel, data: { channel, on: body.on, secrets: Object.keys(body.secrets) } });
          return null;
        });
        return ok((await shown(ctx)).find((one) => one.channel === channel));
      },
    }),
    route({
      method: 'post',
      path: '/channels/{channel}/test',
      access: 'channel:manage',
      perMinute: 5,
      params,
      summary: { vi: 'Gửi thử cho chính mình ngay bây giờ', en: 'Send a trial message to oneself now' },
      answers: { 200: { description: 'Kết quả / what came of it', schema: z.object({ sent: z.boolean(), reason: z.string().nullable() }) } },
      handle: async (ctx, { params: { channel } }) => {
        const address = await accountAddress(ctx.db, ownAccount(ctx), channel);
        if (address === undefined) {
          throw new Problem(409, 'no-address', { vi: 'Tài khoản của bạn không có địa chỉ cho kênh này.', en: 'Your account has no address for this channel.' });
        }
        const province = provinceOf(kernel(), ctx);
        const { name } = province.tenant;
        const text = ctx.language === 'en' ? `This is a trial message of ${name.en ?? name.vi}.` : `Đây là tin gửi thử của ${name.vi}.`;
        const out = { id: randomUUID(), kind: 'core/channel-tried', subject: name.vi, text, data: {}, link: null, unsubscribe: null, language: ctx.language };
        const outcome = await kernel().pools.use(province, async (database) => deliver({ kernel: kernel(), province, database }, await channelOf(database.db, channel), out, address));
        await ctx.change(async (trx) => {
          ctx.publish(trx, 'channel.tried', { subject: channel, data: { channel, sent: outcome.sent } });
          return null;
        });
        return ok({ sent: outcome.sent, reason: outcome.sent ? null : outcome.reason });
      },
    }),
  ];
}

function configFault({ errors }: Problem): Problem {
  return refused(errors.map(({ path, message }) => ({ path: path.replace(/^body/, 'body.config'), message })));
}

function refused(errors: Problem['errors']): Problem {
  return new Problem(422, 'invalid-input', { vi: 'Cài đặt kênh chưa hợp lệ.', en: 'The settings of the channel are not valid.' }, { errors });
}

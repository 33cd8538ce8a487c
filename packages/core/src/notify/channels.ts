import type { Kysely } from 'kysely';
import { z } from 'zod';
import { open } from '../secrets/envelope.ts';
import type { Channel } from '../plugin/plugin.ts';
import { textOf } from '../plugin/schemas.ts';
import { keepSecret, placeOf } from '../secrets/module-secrets.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';
import { httpDriver } from './http-driver.ts';
import { receiptReading } from './receipt-reading.ts';

export const channelNames = ['email', 'push', 'sms', 'chat'] as const satisfies readonly Channel[];

const caps = z
  .strictObject({
    personHour: z.int().min(1).max(10_000).meta({ description: 'Tối đa gửi cho một người trong một giờ / to one person within an hour' }),
    provinceDay: z.int().min(1).max(100_000_000).meta({ description: 'Tối đa của cả tỉnh trong một ngày / of the province in a day' }),
  })
  .partial();

const configs = {
  email: z.strictObject({
    fromName: textOf(1, 100).optional().meta({ description: 'Tên người gửi; mặc định là tên tỉnh / default: the name of the province' }),
    replyTo: z.email().max(200).optional(),
    receipt: receiptReading.optional(),
    caps: caps.optional(),
  }),
  push: z.strictObject({ caps: caps.optional() }),
  sms: z.strictObject({ driver: httpDriver.optional(), caps: caps.optional() }),
  chat: z.strictObject({ driver: httpDriver.optional(), caps: caps.optional() }),
} as const satisfies Record<Channel, z.ZodType>;

/** Of any channel; `channelConfig` checks that it is the right one. */
export type ChannelConfig = z.output<(typeof configs)['email']> & z.output<(typeof configs)['sms']>;

export function channelConfig(channel: Channel): z.ZodType<ChannelConfig> {
  return configs[channel] as z.ZodType<ChannelConfig>;
}

/** JSON Schema of what sets up a gateway: the body of `PUT /api/core/channels/{channel}`, without secrets. */
export function gatewayJsonSchema(): object {
  return z.toJSONSchema(z.strictObject({ on: z.boolean(), config: configs.sms }), { io: 'input' });
}

export interface ChannelState {
  readonly channel: Channel;
  readonly on: boolean;
  readonly config: ChannelConfig;
  readonly caps: { readonly personHour: number; readonly provinceDay: number };
}

/** What costs nobody anything is on from the start; what a gateway is paid for waits for its gateway. */
const onFromTheStart: ReadonlySet<Channel> = new Set(['email', 'push']);
const usualCaps: Readonly<Record<Channel, ChannelState['caps']>> = {
  email: { personHour: 10, provinceDay: 20_000 },
  push: { personHour: 20, provinceDay: 100_000 },
  sms: { personHour: 5, provinceDay: 1_000 },
  chat: { personHour: 5, provinceDay: 1_000 },
};

type Db = Kysely<ProvinceTables>;

/** Every channel as it is set in a province. */
export async function channelsOf(db: Db): Promise<ChannelState[]> {
  const rows = await db.selectFrom('core.channels').selectAll().execute();
  return channelNames.map((channel) => {
    const row = rows.find((one) => one.channel === channel);
    const config = row?.config ?? {};
    const { personHour, provinceDay } = usualCaps[channel];
    const caps = { personHour: config.caps?.personHour ?? personHour, provinceDay: config.caps?.provinceDay ?? provinceDay };
    return { channel, on: row?.on ?? onFromTheStart.has(channel), config, caps };
  });
}

export async function channelOf(db: Db, channel: Channel): Promise<ChannelState> {
  return (await channelsOf(db)).find((one) => one.channel === channel)!;
}

/** Stands in an address, so of characters that need no escaping there. */
export const receiptSecret = z.string().regex(/^[\w.~-]{16,200}$/);

/** What the province was given by a gateway, by name; `receipt` is what its reports show. */
export type ChannelSecrets = Readonly<Record<string, string>>;

// Among the secrets of modules, so that they are sealed anew with them.
const core = { id: 'core' };
const secretName = (channel: Channel) => `channel-${channel}`;

export async function channelSecrets(db: Db, province: Province, channel: Channel): Promise<ChannelSecrets> {
  const name = secretName(channel);
  const row = await db.selectFrom('core.secrets').select('value').where('plugin', '=', core.id).where('name', '=', name).executeTakeFirst();
  return row === undefined ? {} : (JSON.parse(open(province.dataKeys, placeOf(province, core, name), row.value).toString()) as ChannelSecrets);
}

export async function keepChannelSecrets(db: Db, province: Province, channel: Channel, secrets: ChannelSecrets): Promise<void> {
  await keepSecret(db, province, core, secretName(channel), JSON.stringify(secrets));
}

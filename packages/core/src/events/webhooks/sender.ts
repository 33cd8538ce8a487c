import { crashAt } from '../../crash-at.ts';
import type { Kernel } from '../../kernel.ts';
import type { ProvinceDatabase } from '../../tenancy/province-pools.ts';
import { inSpan, type SpanOptions } from '../../monitoring/tracing.ts';
import { type Province, takesWrites } from '../../tenancy/registry.ts';
import { cloudEvent } from './cloud-event.ts';
import { claimDeliveries, type HeldDelivery, recordDelivered, recordFailed, recordWithdrawn } from './deliveries.ts';
import { pauseAfter } from './retry.ts';
import { inForce, openSecrets } from './secret.ts';
import { sendMessage } from './send.ts';
import { switchOff } from './switch-off.ts';
import { messageId, viewerOf, wants } from './webhook.ts';

export interface Sender {
  /** Deliveries may be ready in this province. */
  hint(province: string): void;
  /** Claims no more, and waits for what is under way. */
  stop(): Promise<void>;
}

interface Lane {
  /** Requests under way to each webhook. */
  readonly underWay: Map<string, number>;
  claiming: Promise<void> | undefined;
  again: boolean;
  /** Rings when the next delivery becomes ready. */
  alarm: NodeJS.Timeout | undefined;
}

const longestSleepMs = 3_600_000;

/** Sends what is due to the webhooks of each province. A slow receiver delays its own messages and nobody else's. */
export function createSender(kernel: Kernel): Sender {
  const lanes = new Map<string, Lane>();
  const sending = new Set<Promise<void>>();
  let stopped = false;

  function hint(id: string): void {
    if (stopped) return;
    let lane = lanes.get(id);
    if (lane === undefined) lanes.set(id, (lane = { underWay: new Map(), claiming: undefined, again: false, alarm: undefined }));
    const mine = lane;
    if (mine.claiming !== undefined) {
      mine.again = true;
      return;
    }
    mine.claiming = claim(id, mine)
      .catch((error: unknown) => kernel.log.warn({ province: id, err: error }, 'deliveries to webhooks could not be claimed'))
      .finally(() => {
        mine.claiming = undefined;
        if (mine.again) hint(id);
      });
  }

  async function claim(id: string, lane: Lane): Promise<void> {
    lane.again = false;
    clearTimeout(lane.alarm);
    const province = kernel.registry.byId(id);
    if (province === undefined || !takesWrites(province)) return;
    await kernel.pools.use(province, async ({ db }) => {
      const { held, nextMs } = await claimDeliveries(db, lane.underWay);
      for (const delivery of held) begin(province, lane, delivery);
      if (nextMs !== null) lane.alarm = setTimeout(hint, Math.min(Math.max(nextMs, 0), longestSleepMs), id).unref();
    });
  }

  function begin(province: Province, lane: Lane, delivery: HeldDelivery): void {
    const { webhook } = delivery;
    lane.underWay.set(webhook, (lane.underWay.get(webhook) ?? 0) + 1);
    const sent = kernel.pools
      .use(province, (database) => inSpan('webhook', spanOf(province, delivery), () => deliver(kernel, province, database, delivery)))
      .catch((error: unknown) => kernel.log.warn({ province: province.id, webhook, err: error }, 'a delivery was not recorded; it is sent again when its lease is over'))
      .finally(() => {
        const left = lane.underWay.get(webhook)! - 1;
        if (left === 0) lane.underWay.delete(webhook);
        else lane.underWay.set(webhook, left);
        sending.delete(sent);
        hint(province.id);
      });
    sending.add(sent);
  }

  kernel.registry.bus.on('deliveries', ({ province }) => hint(province));
  return {
    hint,
    async stop() {
      stopped = true;
      for (const { alarm } of lanes.values()) clearTimeout(alarm);
      await Promise.all([...lanes.values()].map(({ claiming }) => claiming));
      await Promise.all(sending);
    },
  };
}

function spanOf({ id }: Province, { webhook, id: delivery, attempt, event }: HeldDelivery): SpanOptions {
  return { kind: 'producer', province: id, module: event?.plugin, about: { webhook, delivery, attempt, event: event?.id, subject: event?.subject } };
}

async function deliver(kernel: Kernel, province: Province, database: ProvinceDatabase, delivery: HeldDelivery): Promise<void> {
  const { event, webhook, url, attempt } = delivery;
  const plugin = event?.plugin === kernel.coreModule.id ? kernel.coreModule : kernel.plugins.get(event?.plugin ?? '');
  // What a newer version of its module shows to fewer people, or a module that is gone, is not sent late.
  if (event === null || plugin === undefined || !wants(delivery, viewerOf(delivery), plugin, event)) {
    kernel.meters.deliveries.inc({ province: province.id, outcome: 'withdrawn' });
    return recordWithdrawn(database.db, delivery);
  }
  const at = kernel.now();
  const message = { id: messageId(province.id, event.id), at, body: cloudEvent(province.id, plugin, event) };
  const { status, error, retryAfterSeconds } = await sendMessage(kernel.outbound, url, message, inForce(openSecrets(province, webhook, delivery.secret), at));
  crashAt('webhook-sent');
  kernel.meters.deliveries.inc({ province: province.id, outcome: error ?? 'delivered' });
  if (error === null) return recordDelivered(database.db, delivery, status!);
  const againInSeconds = error === 'gone' ? null : pauseAfter(attempt, retryAfterSeconds);
  const { failingForDays } = await recordFailed(database.db, delivery, { status, error, againInSeconds });
  if (error === 'gone' || failingForDays) await switchOff(kernel, province, database, webhook, error === 'gone' ? 'gone' : 'failing');
}

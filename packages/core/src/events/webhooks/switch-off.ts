import { system } from '../../identity/principal.ts';
import type { Kernel } from '../../kernel.ts';
import { coreContext } from '../../core-module/core-context.ts';
import type { ProvinceDatabase } from '../../tenancy/province-pools.ts';
import type { Province } from '../../tenancy/registry.ts';

const why = {
  gone: { vi: 'bên nhận báo địa chỉ không còn dùng', en: 'its receiver says that the address is no longer in use' },
  failing: { vi: 'nhiều ngày liền không gửi được', en: 'nothing could be delivered for days' },
};

/** Switches off a webhook that nobody answers any more; its agency is told, and so are the auditors. */
export async function switchOff(kernel: Kernel, province: Province, database: ProvinceDatabase, webhook: string, reason: keyof typeof why): Promise<void> {
  await kernel.organisations.load(province, database);
  const ctx = coreContext(kernel, province, database, system);
  await ctx.change(async (trx) => {
    const off = await trx
      .updateTable('core.webhooks')
      .set({ state: reason })
      .where('id', '=', webhook)
      .where('state', '=', 'on')
      .returning(['description', 'told_agency'])
      .executeTakeFirst();
    if (off === undefined) return null;
    ctx.publish(trx, 'webhook.switched-off', { subject: webhook, data: { webhook, reason } });
    if (off.told_agency !== null) {
      const { vi, en } = why[reason];
      await ctx.notify(trx, [
        {
          key: `webhook-off:${webhook}:${kernel.now().toISOString()}`,
          agency: off.told_agency,
          title: { vi: `Webhook “${off.description}” đã bị tắt: ${vi}.`, en: `The webhook “${off.description}” was switched off: ${en}.` },
          link: '/admin',
        },
      ]);
    }
    return null;
  });
}

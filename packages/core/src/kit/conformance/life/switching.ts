import { setTimeout as pause } from 'node:timers/promises';
import { schemaOf } from '../../../database/migrate.ts';
import { switchModule } from '../../../modules/switch-module.ts';
import type { Context } from '../../../plugin/context.ts';
import type { Plugin } from '../../../plugin/plugin.ts';
import { placeOf } from '../declaration/declared.ts';
import { changedTables, fingerprint } from '../../province-fingerprint.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Life } from './life.ts';

const connectedMs = 100;
const longestGoodbyeMs = 2_000;

export const switching: Check<Life> = {
  id: 'switching',
  title: { vi: 'Bật → tắt → bật: tắt là dừng hẳn, dữ liệu còn nguyên', en: 'On → off → on: off is off, and the data stays' },
  why: {
    vi: 'Tỉnh tự bật tắt phân hệ; tắt chỉ đóng cửa, và bật lại chạy onEnable trên dữ liệu đã có.',
    en: 'Provinces switch modules themselves; off only shuts the door, and on again runs onEnable over what is there.',
  },
  async run(life) {
    const { plugin, world, hue } = life;
    const own = async () => Object.fromEntries(Object.entries(await fingerprint(world, hue.site.id)).filter(([table]) => table.startsWith(`${schemaOf(plugin.id)}.`)));
    const registered = world.kernel.plugins.get(plugin.id)!;
    const before = await own();
    await switchModule(world.kernel, hue.site.now(), registered, 'off');
    const open = [];
    for (const route of plugin.routes) {
      const { status } = await hue.site.request(`/api/${plugin.id}${route.path.replace(/\{\w+\}/g, '1')}`, { method: route.method.toUpperCase(), as: hue.staff.session });
      if (status !== 404) open.push(fault(placeOf(route), [`Đã tắt mà vẫn trả lời ${status}.`, `It answers ${status} while the module is off.`], ['Báo cho nền tảng: cửa phải đóng.', 'Tell the makers of the core: the gate must be shut.']));
    }
    await switchModule(world.kernel, hue.site.now(), registered, 'on');
    await world.settled();
    const changed = changedTables(before, await own());
    return [
      ...open,
      ...(await deafConnectors(life)),
      ...changed.map((table) => fault('onEnable', [`Bật lại đã đổi "${table}".`, `Switching on again changed "${table}".`], ['onEnable chỉ thêm cái còn thiếu: on conflict do nothing.', 'onEnable adds what is missing only: on conflict do nothing.'])),
    ];
  },
};

async function deafConnectors({ plugin, hue }: Life): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [name, connect] of Object.entries(plugin.connectors ?? {})) {
    if (await hue.site.inside(plugin.id, (ctx) => hearsTheEnd(connect, ctx as Context))) continue;
    faults.push(fault(`connectors.${name}`, ['Tắt phân hệ rồi mà vẫn chạy tiếp.', 'It goes on when the module is switched off.'], ['Kết thúc khi signal báo: đưa signal vào mọi lần chờ.', 'End with the signal: give it to whatever is waited for.']));
  }
  return faults;
}

/** What it throws on the way is the other side's doing: there is no network here. */
async function hearsTheEnd(connect: NonNullable<Plugin['connectors']>[string], ctx: Context): Promise<boolean> {
  const off = new AbortController();
  const ended = Promise.resolve().then(() => connect(ctx, off.signal)).then(() => true, () => true);
  await pause(connectedMs);
  off.abort();
  return Promise.race([ended, pause(longestGoodbyeMs, false)]);
}

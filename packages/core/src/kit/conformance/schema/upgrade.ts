import { gt } from 'semver';
import { createApp } from '../../../http/app.ts';
import type { Plugin } from '../../../plugin/plugin.ts';
import { moduleGate } from '../../../modules/module-state.ts';
import { pluginList } from '../../../modules/plugin-list.ts';
import { migrateModule, switchModule } from '../../../modules/switch-module.ts';
import { documentedSite } from '../../documented-answers.ts';
import { testProvince } from '../../test-site.ts';
import { placeOf } from '../declaration/declared.ts';
import { type Check, fault, type Fault, oneOfEach } from '../fault.ts';
import { createCaller, sendAgain } from '../life/caller.ts';
import { beginLife, fill, type Life, type LifeOptions } from '../life/life.ts';

export interface Upgrade extends LifeOptions {
  readonly plugin: Plugin;
  readonly previous: Plugin;
}

export const upgrade: Check<Upgrade> = {
  id: 'upgrade',
  title: { vi: 'Nâng cấp từ phiên bản trước', en: 'Upgrade from the previous version' },
  why: {
    vi: 'Các tỉnh có dữ liệu thật của phiên bản trước; trong lúc nâng cấp và khi quay lui, mã cũ chạy trên lược đồ mới.',
    en: 'Provinces hold real data of the previous version; during an upgrade and after a roll-back the old code runs on the new schema.',
  },
  async run({ plugin, previous, ...options }) {
    const wrong = [...notAnUpgrade(plugin, previous)];
    if (wrong.length > 0) return wrong;
    const life = await beginLife(previous, options);
    await using world = life.world;
    await fill(life);
    for (const province of world.kernel.registry.provinces()) await migrateModule(world.kernel, province, plugin);
    return [...(await oldCode(life)), ...(await newCode(life, plugin))];
  },
};

function* notAnUpgrade(plugin: Plugin, previous: Plugin): Generator<Fault> {
  if (plugin.id !== previous.id) yield fault('id', [`Phiên bản trước tên là "${previous.id}".`, `The previous version is called "${previous.id}".`], ['Tên không đổi giữa các phiên bản.', 'The id stays the same from version to version.']);
  if (!gt(plugin.version, previous.version)) yield fault('version', [`${plugin.version} không mới hơn ${previous.version}.`, `${plugin.version} is not newer than ${previous.version}.`], ['Tăng phiên bản.', 'Raise the version.']);
  for (const name of Object.keys(previous.migrations).filter((one) => !Object.hasOwn(plugin.migrations, one))) {
    yield fault(`migrations.${name}`, ['Bước nâng cấp lược đồ đã phát hành bị bỏ hoặc đổi tên.', 'A migration that was released is gone or renamed.'], ['Giữ nguyên các bước cũ; thêm bước mới.', 'Leave old migrations as they are; add new ones.']);
  }
}

/** What worked before the migration works after it. */
async function oldCode({ hue, plugin }: Life): Promise<Fault[]> {
  const faults: Fault[] = [];
  const mend = ['Lược đồ mới phải phục vụ được cả mã cũ: chỉ thêm.', 'The new schema must serve the old code too: only add to it.'] as const;
  for (const call of hue.caller.understood.values()) {
    if (call.route.method !== 'get') continue;
    const { status } = await sendAgain(hue.site, call, hue.staff.session);
    if (status !== call.status) faults.push(fault(placeOf(call.route), [`Mã cũ trả lời ${status} trên lược đồ mới, trước là ${call.status}.`, `The old code answers ${status} on the new schema, ${call.status} before.`], mend));
  }
  const again = hue.newCaller(hue.staff);
  await again.walk();
  const lost = plugin.routes.filter((route) => hue.caller.understood.has(route) && again.refused.has(route) && route.method !== 'get');
  return [...faults, ...lost.map((route) => fault(placeOf(route), [`Mã cũ không ghi được nữa: ${again.refused.get(route)!.status}.`, `The old code cannot write any more: ${again.refused.get(route)!.status}.`], mend))];
}

/** The new code on the old data, in the same province: as after an upgrade. */
async function newCode({ world, hue }: Life, plugin: Plugin): Promise<Fault[]> {
  const plugins = pluginList([...world.kernel.plugins.all.filter(({ id }) => id !== plugin.id), plugin]);
  const kernel = { ...world.kernel, plugins, ...moduleGate(plugins, world.kernel.coreModule) };
  await switchModule(kernel, hue.site.now(), plugin, 'on');
  const app = createApp(kernel, { secure: false, trustedProxies: new Set(), perMinute: 600, national: {}, ready: async () => ({ ready: true, checks: {} }) });
  const site = documentedSite(testProvince(kernel, app, hue.site.id), [plugin]);
  const caller = createCaller({ site, plugin, as: hue.staff.session, marks: hue.caller.marks, known: hue.known });
  await caller.walk();
  await world.settled();
  const mend = ['Dữ liệu cũ thiếu cột mới: cho mặc định, hoặc đọc được khi rỗng.', 'Old rows lack what is new: give defaults, or read what is null.'] as const;
  return [
    ...[...caller.refused.values()]
      .filter(({ route, status }) => route.method === 'get' || status >= 500)
      .map(({ route, status }) => fault(placeOf(route), [`Mã mới trả lời ${status} trên dữ liệu cũ.`, `The new code answers ${status} on the old data.`], mend)),
    ...oneOfEach(site.faults).map((line) => fault('routes', [`Mã mới trả lời khác tài liệu trên dữ liệu cũ: ${line}`, `On the old data the new code answers otherwise than documented: ${line}`], mend)),
  ];
}

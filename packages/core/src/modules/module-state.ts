import type { Consumer } from '../events/unit-of-work.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Province } from '../tenancy/registry.ts';
import type { PluginList } from './plugin-list.ts';

// The registry makes new province objects whenever anything changes, so what is derived from one lives as long as it.
const consumers = new WeakMap<Province, Map<string, readonly Consumer[]>>();
const settings = new WeakMap<Province, Map<string, object>>();

/** The gate: a module serves where its row says `on` and its plugin is there. */
export function moduleOn(plugins: PluginList, province: Province, id: string): Plugin | undefined {
  return province.modules.get(id)?.state === 'on' ? plugins.get(id) : undefined;
}

/** `type` of its own, `plugin/type` of another: the jobs that an event becomes tasks for. */
export function consumersOf(plugins: PluginList, province: Province, publisher: string, type: string): readonly Consumer[] {
  return remember(consumers, province, `${publisher}/${type}`, () =>
    plugins.all
      .filter((plugin) => moduleOn(plugins, province, plugin.id))
      .flatMap((plugin) =>
        (plugin.events.consumes[plugin.id === publisher ? type : `${publisher}/${type}`] ?? []).map((job) => ({ plugin: plugin.id, job })),
      ),
  );
}

/** The settings of a module as its schema reads them, defaults filled in. */
export function settingsOf(province: Province, plugin: Plugin): object {
  return remember(settings, province, plugin.id, () => plugin.settings.parse(province.modules.get(plugin.id)?.settings ?? {}));
}

function remember<T>(cache: WeakMap<Province, Map<string, T>>, province: Province, key: string, make: () => T): T {
  let known = cache.get(province);
  if (known === undefined) cache.set(province, (known = new Map()));
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

import type { Consumer } from '../events/unit-of-work.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Province } from '../tenancy/registry.ts';
import type { PluginList } from './plugin-list.ts';

// The registry makes new province objects whenever anything changes, so what is derived from one lives as long as it.
const consumers = new WeakMap<Province, Map<string, readonly Consumer[]>>();
const settings = new WeakMap<Province, Map<string, object>>();

/** What serves in which province: the core itself everywhere, a module where its row says `on` and its plugin is there. */
export function moduleGate(plugins: PluginList, core: Plugin) {
  const moduleOn = (province: Province, id: string): Plugin | undefined => {
    if (id === core.id) return core;
    return province.modules.get(id)?.state === 'on' ? plugins.get(id) : undefined;
  };
  const modulesOn = (province: Province): readonly Plugin[] => [core, ...plugins.all.filter(({ id }) => moduleOn(province, id) !== undefined)];
  return {
    moduleOn,
    modulesOn,
    /** `type` of its own, `plugin/type` of another: the jobs that an event becomes tasks for. */
    consumersOf: (province: Province, publisher: string, type: string): readonly Consumer[] =>
      remember(consumers, province, `${publisher}/${type}`, () =>
        modulesOn(province).flatMap((plugin) =>
          (plugin.events.consumes[plugin.id === publisher ? type : `${publisher}/${type}`] ?? []).map((job) => ({ plugin: plugin.id, job })),
        ),
      ),
  };
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

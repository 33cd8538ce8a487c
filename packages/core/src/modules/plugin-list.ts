import { satisfies } from 'semver';
import type { Plugin } from '../plugin/plugin.ts';

export const coreVersion = '1.0.0';

export interface PluginList {
  readonly all: readonly Plugin[];
  get(id: string): Plugin | undefined;
  /** Plugins that cannot serve anywhere, with the reason. */
  readonly unavailable: ReadonlyMap<string, string>;
}

/** The plugins of this deployment. One that does not fit this core is named and left out; the rest starts. */
export function pluginList(plugins: readonly Plugin[]): PluginList {
  const good = new Map<string, Plugin>();
  const unavailable = new Map<string, string>();
  for (const plugin of plugins) {
    if (good.has(plugin.id)) unavailable.set(plugin.id, `Two plugins are called "${plugin.id}"`);
    else if (!satisfies(coreVersion, plugin.core)) unavailable.set(plugin.id, `Needs core ${plugin.core}; this is ${coreVersion}`);
    else good.set(plugin.id, plugin);
  }
  return { all: [...good.values()], get: (id) => good.get(id), unavailable };
}

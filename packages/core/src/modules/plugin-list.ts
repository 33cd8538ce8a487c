import { satisfies } from 'semver';
import type { Plugin } from '../plugin/plugin.ts';

export const coreVersion = '1.0.0';

/** A plugin that was asked for and is not there. */
export interface MissingPlugin {
  /** Its id, or what stands for it where it never came to say one. */
  readonly id: string;
  /** Vietnamese, then English. */
  readonly reason: string;
}

export interface PluginList {
  readonly all: readonly Plugin[];
  get(id: string): Plugin | undefined;
  /** Plugins that cannot serve anywhere, with the reason. */
  readonly unavailable: ReadonlyMap<string, string>;
}

/** The plugins of this deployment. One that does not fit this core is named and left out; the rest starts. */
export function pluginList(plugins: readonly (Plugin | MissingPlugin)[]): PluginList {
  const good = new Map<string, Plugin>();
  const unavailable = new Map<string, string>();
  for (const plugin of plugins) {
    if ('reason' in plugin) unavailable.set(plugin.id, plugin.reason);
    else if (good.has(plugin.id)) unavailable.set(plugin.id, `Có hai phân hệ cùng tên / two plugins are called "${plugin.id}"`);
    else if (!satisfies(coreVersion, plugin.core)) unavailable.set(plugin.id, `Cần nền tảng / needs core ${plugin.core}; hiện có / this is ${coreVersion}`);
    else good.set(plugin.id, plugin);
  }
  return { all: [...good.values()], get: (id) => good.get(id), unavailable };
}

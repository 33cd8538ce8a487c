import type { LoadedConfig } from '../config.ts';
import type { Plugin } from '../plugin/plugin.ts';

/** What stands for a configuration in the folder of a single module: this module, and the provinces of `tinhthong dev`. */
export function moduleFolderConfig(plugin: Plugin): LoadedConfig {
  return {
    plugins: [plugin],
    templates: new URL('./provinces/', import.meta.resolve('@tinhthong/templates/package.json')),
    demoProvinces: ['hue', 'dak-lak'],
  };
}

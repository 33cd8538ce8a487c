import { pluginAt } from '../../modules/plugin-at.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { checkPlugin, type CheckOptions, type ConformanceReport } from './check-plugin.ts';
import { fault } from './fault.ts';
import { openSource } from './source/open-source.ts';
import { quietImport } from './source/quiet-import.ts';
import { templateProvinces } from './template-provinces.ts';
import { type CheckResult, resultOf, tryCheck } from './try-check.ts';

export interface SourceCheckOptions extends Pick<CheckOptions, 'adminUrl' | 'onResult'> {
  /** Folder or tarball of the version before. */
  readonly previous?: string | undefined;
  /** Folders or tarballs of the plugins that this one needs. */
  readonly needs?: readonly string[];
}

/** Checks a plugin's folder or packed tarball. */
export async function checkSource(path: string, { previous, needs = [], ...options }: SourceCheckOptions): Promise<ConformanceReport> {
  await using opened = new AsyncDisposableStack();
  const open = async (place: string) => opened.use(await openSource(place)).source;
  const source = await open(path);
  const refused = (result: CheckResult): ConformanceReport => {
    options.onResult?.(result);
    return { plugin: source.package.name, version: source.package.version, passed: false, checks: [result], deprecated: [] };
  };
  // What an import does on the side it shall not do here.
  const imported = await tryCheck(quietImport, { source });
  if (imported.state === 'failed') return refused(imported);
  const plugin = await pluginAt(source.folder).catch((error: Error) => error);
  if (plugin instanceof Error) return refused(resultOf(quietImport, [fault(source.package.name, [plugin.message, plugin.message], ['Xuất phân hệ từ exports "." của package.json.', 'Export the plugin from "." of package.json.'])]));
  const others: Plugin[] = [];
  for (const place of needs) others.push(await pluginAt((await open(place)).folder));
  return await checkPlugin(plugin, {
    ...options,
    source,
    needs: others,
    provinces: await templateProvinces(source.packed ? process.cwd() : source.folder),
    previous: previous === undefined ? undefined : await pluginAt((await open(previous)).folder),
  });
}

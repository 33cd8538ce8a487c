import type { LoadedConfig } from '../config.ts';
import type { OpenKernel } from '../create-kernel.ts';
import { hashOfKey } from '../identity/principals.ts';
import { grantSuggested } from '../modules/suggested-grants.ts';
import { switchModule } from '../modules/switch-module.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { Problem } from '../plugin/problem.ts';
import { onboard, templateFolder } from '../tenancy/onboard.ts';
import type { Province } from '../tenancy/registry.ts';
import { loadTemplate } from '../tenancy/template.ts';
import { addSampleData } from './add-sample-data.ts';
import { addDemoAccounts, addNationalDemoAccounts } from './demo-accounts.ts';

const withModule = 'hue';

/**
 * Whatever is missing of the provinces of `tinhthong dev`, and the module's newest migrations in Huế. Answers why the
 * module could not be switched on there, if so: the server starts all the same.
 */
export async function prepareDevProvinces(kernel: OpenKernel, config: LoadedConfig, plugin: Plugin): Promise<string | undefined> {
  await Promise.all(config.demoProvinces.map((name) => prepareProvince(kernel, config, name)));
  const province = kernel.registry.byId(withModule)!;
  if (province.modules.get(plugin.id)?.state === 'off') return undefined;
  try {
    const on = await switchModule(kernel, province, plugin, 'on');
    await grantSuggested(kernel, on, plugin);
    await openToDemoKey(kernel, on, plugin);
    await addSampleData(kernel, on, [plugin]);
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.detail?.vi ?? error.title.vi;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

async function prepareProvince(kernel: OpenKernel, { templates }: LoadedConfig, name: string): Promise<void> {
  if (kernel.registry.byId(name)?.state === 'active') return;
  const template = await loadTemplate(templateFolder(templates, name));
  const province = await onboard(kernel, { ...template, modules: {} }, { demo: true });
  await addDemoAccounts(kernel, province);
  if (name === withModule) await addNationalDemoAccounts(kernel);
}

/** Its permissions are for the key of the demo too. */
async function openToDemoKey(kernel: OpenKernel, province: Province, { permissions }: Plugin): Promise<void> {
  await kernel.pools.use(province, ({ db }) =>
    db.updateTable('core.api_keys').set({ scopes: Object.keys(permissions) }).where('hash', '=', hashOfKey(`demo-${province.id}`)).execute(),
  );
}

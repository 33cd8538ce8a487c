import { fileURLToPath } from 'node:url';
import type { OpenKernel } from '../create-kernel.ts';
import { switchModule } from '../modules/switch-module.ts';
import type { DatabasePattern } from './province-database.ts';
import { createProvince } from './provision.ts';
import type { Province } from './registry.ts';
import { refuseTakenHosts } from './taken-hosts.ts';
import type { ProvinceTemplate } from './template.ts';

/**
 * A province from a template: database, organisation, and the modules that the template switches on.
 *
 * @throws Problem 409 where it exists already, or a host is in use
 */
export async function onboard(
  kernel: OpenKernel,
  template: ProvinceTemplate,
  options: { hosts?: readonly string[]; server?: string; demo?: boolean; pattern?: DatabasePattern | undefined } = {},
): Promise<Province> {
  refuseTakenHosts(kernel, template.id, options.hosts ?? template.hosts);
  const onError = (error: Error) => kernel.log.warn({ province: template.id, err: error }, 'provisioning connection');
  return createProvince(kernel.registry, template, { ...options, onError, finish: (province) => switchModulesOn(kernel, province, template) });
}

async function switchModulesOn(kernel: OpenKernel, province: Province, template: ProvinceTemplate): Promise<void> {
  for (const [id, { enabled, settings, template: content }] of Object.entries(template.modules)) {
    const plugin = kernel.plugins.get(id);
    if (plugin === undefined) kernel.log.warn({ province: province.id, module: id }, 'the template names a module that this deployment does not have');
    else if (enabled) await switchModule(kernel, province, plugin, 'on', { settings, content });
  }
}

export function templateFolder(templates: URL, name: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`"${name}" is not the name of a template`);
  return fileURLToPath(new URL(`${name}/`, templates));
}


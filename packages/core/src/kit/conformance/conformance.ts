import { fileURLToPath } from 'node:url';
import type { Plugin } from '../../plugin/plugin.ts';
import { checkPlugin, type CheckOptions } from './check-plugin.ts';
import { faultLines } from './report-lines.ts';
import { readSource } from './source/source.ts';
import { templateProvinces } from './template-provinces.ts';

const longestMs = 180_000;

/**
 * The whole check of `tinhthong plugin check` as a test of the plugin's own.
 *
 * @param folder the plugin's package
 * @example await conformance(floodMarks, new URL('..', import.meta.url));
 */
export async function conformance(plugin: Plugin, folder: URL, options: Pick<CheckOptions, 'needs' | 'previous'> = {}): Promise<void> {
  const { expect, test } = await import('vitest');
  const path = fileURLToPath(folder);
  test(
    `${plugin.id} keeps every promise of the contract`,
    async () => {
      const { checks } = await checkPlugin(plugin, { source: await readSource(path), provinces: await templateProvinces(path), ...options });
      expect(checks.flatMap(faultLines).join('\n')).toBe('');
    },
    longestMs,
  );
}

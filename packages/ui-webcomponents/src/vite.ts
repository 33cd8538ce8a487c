import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { UserConfig } from 'vite';

/**
 * Vite's options for the interface of a plugin: every module in `ui/widgets` and `ui/screens` becomes a file of its
 * name in `ui/dist`, to be named in the declaration as `module: 'recent-marks.js'`; what they share is written once.
 *
 * @example export default defineConfig(pluginInterface());
 */
export function pluginInterface(folder = process.cwd()): UserConfig {
  const modules = ['widgets', 'screens'].flatMap((kind) => modulesIn(resolve(folder, 'ui', kind)));
  return {
    root: folder,
    build: {
      outDir: 'ui/dist',
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: Object.fromEntries(modules.map((file) => [basename(file, '.ts'), file])),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  };
}

function modulesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^[^.]+\.ts$/.test(name)).map((name) => join(folder, name));
}

import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { BuildEnvironmentOptions, EnvironmentOptions, Plugin, UserConfig } from 'vite';
import { compactSheets } from './compact-sheets.ts';
import { quietLit } from './quiet-lit.ts';
import { strictLeaflet } from './strict-leaflet.ts';

const outDir = 'ui/dist';

/** For browsers of the last four years; what is loaded later is asked for when it is needed and not before. */
export const browserBuild: BuildEnvironmentOptions = { target: 'es2022', modulePreload: false };

/** What is built for pages of others: light, silent, and at home under a strict policy. */
export const pagePlugins = (): Plugin[] => [quietLit(), strictLeaflet(), compactSheets()];

/**
 * Vite's options for the interface of a plugin: every module in `ui/widgets` and `ui/screens`, or of the same name as
 * its folder there, becomes a file of its name in `ui/dist`, to be named in the declaration as `module: 'recent-marks.js'`.
 * A widget is one file that needs no other: on foreign pages its integrity covers all of it, but for what it loads later
 * by `import()`, which takes from that file what both need. Screens share what they have in common.
 *
 * @example export default defineConfig(pluginInterface());
 */
export function pluginInterface(folder = process.cwd()): UserConfig {
  const widgets = modulesIn(resolve(folder, 'ui/widgets'));
  const screens = modulesIn(resolve(folder, 'ui/screens'));
  return {
    root: folder,
    plugins: pagePlugins(),
    environments: {
      ...Object.fromEntries(widgets.map((file) => [`widget_${nameOf(file).replaceAll('-', '_')}`, environment([file])])),
      ...(screens.length > 0 && { screens: environment(screens) }),
    },
    builder: {
      async buildApp({ environments, build }) {
        const [first, ...others] = Object.values(environments).filter(({ name }) => name === 'screens' || name.startsWith('widget_'));
        if (first === undefined) return;
        first.config.build.emptyOutDir = true;
        for (const one of [first, ...others]) await build(one);
      },
    },
  };
}

function environment(modules: readonly string[]): EnvironmentOptions {
  return {
    consumer: 'client',
    build: {
      outDir,
      emptyOutDir: false,
      ...browserBuild,
      rollupOptions: {
        input: Object.fromEntries(modules.map((file) => [nameOf(file), file])),
        preserveEntrySignatures: 'allow-extension',
        output: { entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
      },
    },
  };
}

const nameOf = (file: string) => basename(file, '.ts');

function modulesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = entry.isDirectory() ? join(entry.name, `${entry.name}.ts`) : entry.name;
    return /(^|\/)[^./]+\.ts$/.test(file) && existsSync(join(folder, file)) ? [join(folder, file)] : [];
  });
}

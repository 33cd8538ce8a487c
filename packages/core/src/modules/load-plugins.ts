import { createRequire } from 'node:module';
import { basename, extname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { declarationFault, pluginIn } from '../plugin/find-plugin.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { MissingPlugin } from './plugin-list.ts';
import { underWay } from './watch/under-way.ts';

export interface LoadOptions {
  /** The file that names them: a package is looked for where that file would find it, a path begins there. */
  readonly from: string;
  /** Leave out whatever is not the core's own distribution. */
  readonly safeMode?: boolean;
  /** Names whose import took the process down the last time. */
  readonly stuck?: ReadonlySet<string>;
}

// Importing runs nothing; one that waits for something at its top level would hold up every province.
const importSeconds = 20;
const ownScope = '@tinhthong/';

/** Imports the plugins that are named. One that cannot be imported is named with its reason, and the rest goes on. */
export function loadPlugins(sources: readonly (Plugin | string)[], options: LoadOptions): Promise<(Plugin | MissingPlugin)[]> {
  const { resolve } = createRequire(options.from);
  return Promise.all(
    sources.map(async (source): Promise<Plugin | MissingPlugin> => {
      const name = typeof source === 'string' ? source : source.id;
      if (options.safeMode && !name.startsWith(ownScope)) return { id: idOf(name), reason: safeModeReason };
      return typeof source === 'string' ? loadPlugin(source, async () => pluginIn((await import(pathToFileURL(resolve(source)).href)) as object, source), options.stuck) : source;
    }),
  );
}

export const safeModeReason = 'Chế độ an toàn: không nạp / safe mode: not loaded';

/** Imports one plugin. @param name what stands for it until it says its own id */
export async function loadPlugin(name: string, load: () => Promise<Plugin>, stuck?: ReadonlySet<string>): Promise<Plugin | MissingPlugin> {
  if (stuck?.has(name)) return { id: idOf(name), reason: 'Lần nạp trước làm đứng cả tiến trình; lần này bỏ qua / the last import blocked the whole process; left out this time' };
  try {
    const plugin = await underWay.run({ plugin: name, province: null, operation: 'import' }, () => Promise.race([load(), tooSlow()]));
    const fault = declarationFault(plugin);
    return fault === undefined ? plugin : { id: idOf(name), reason: `Khai báo sai / wrong declaration: ${fault}` };
  } catch (error) {
    const [message] = String(error instanceof Error ? error.message : error).split('\n');
    return { id: idOf(name), reason: `Không nạp được / cannot be imported: ${message}` };
  }
}

async function tooSlow(): Promise<never> {
  await sleep(importSeconds * 1_000, undefined, { ref: false });
  throw new Error(`quá ${importSeconds} giây / it took more than ${importSeconds} seconds`);
}

/** `@tinhthong/field-reports` and `./plugins/parks.ts` are probably called `field-reports` and `parks`. */
function idOf(name: string): string {
  return basename(name, extname(name));
}

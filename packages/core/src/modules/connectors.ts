import { setTimeout as pause } from 'node:timers/promises';
import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { type Province, takesWrites } from '../tenancy/registry.ts';
import { createContext } from './create-context.ts';

const shortestPauseMs = 1_000;
const longestPauseMs = 60_000;
// With pauses that grow it fails eight times within the watch's window at most.
const weight = 3;

interface Running {
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

export interface Connectors {
  /** Starts what should run and is not, stops what runs and should not. */
  reconcile(): void;
  stop(): Promise<void>;
}

/** Long-lived listeners of modules: one a province, as long as its module is on; one that ends or fails is started again. */
export function createConnectors(kernel: Kernel): Connectors {
  const running = new Map<string, Running>();

  function start(province: Province, plugin: Plugin, name: string): Running {
    const stop = new AbortController();
    return { stop, ended: keepAlive(kernel, province.id, plugin, name, stop.signal) };
  }

  return {
    reconcile() {
      const wanted = new Map<string, () => Running>();
      for (const province of kernel.registry.provinces()) {
        if (!takesWrites(province)) continue;
        for (const plugin of kernel.plugins.all) {
          if (kernel.moduleOn(province, plugin.id) === undefined) continue;
          for (const name of Object.keys(plugin.connectors ?? {})) {
            wanted.set(`${province.id} ${plugin.id} ${name}`, () => start(province, plugin, name));
          }
        }
      }
      for (const [key, { stop }] of running) {
        if (wanted.has(key)) continue;
        stop.abort();
        running.delete(key);
      }
      for (const [key, begin] of wanted) if (!running.has(key)) running.set(key, begin());
    },
    async stop() {
      for (const { stop } of running.values()) stop.abort();
      await Promise.all([...running.values()].map(({ ended }) => ended));
    },
  };
}

async function keepAlive(kernel: Kernel, provinceId: string, plugin: Plugin, name: string, signal: AbortSignal): Promise<void> {
  const place = { province: provinceId, module: plugin.id, connector: name };
  let pauseMs = shortestPauseMs;
  while (!signal.aborted) {
    const started = Date.now();
    try {
      const province = kernel.registry.byId(provinceId);
      if (province === undefined) return;
      await kernel.pools.use(province, async (database) => {
        await kernel.organisations.load(province, database);
        const ctx = createContext({ kernel, province, plugin, database, principal: system });
        await kernel.watch.run({ province, plugin, operation: `connector ${name}`, weight }, () => plugin.connectors![name]!(ctx, signal));
      });
    } catch (error) {
      if (!signal.aborted) kernel.log.warn({ ...place, err: error }, 'connector failed');
    }
    pauseMs = Date.now() - started > longestPauseMs ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs);
    await pause(pauseMs, undefined, { signal }).catch(() => {});
  }
}

import type { Logger } from 'pino';
import type { Consumer } from './events/unit-of-work.ts';
import type { FileStore } from './files/file-store.ts';
import type { AnswerCache } from './http/answer-cache.ts';
import type { Principals } from './identity/principals.ts';
import type { PluginList } from './modules/plugin-list.ts';
import type { Organisations } from './organisation/organisations.ts';
import type { Plugin } from './plugin/plugin.ts';
import type { ProvincePools } from './tenancy/province-pools.ts';
import type { Province, Registry } from './tenancy/registry.ts';

/**
 * The parts of the core, put together once in `server.ts` and handed to whoever needs them.
 * Nothing here is bound to a province; a module never sees it, only the context made from it.
 */
export interface Kernel {
  readonly registry: Registry;
  readonly pools: ProvincePools;
  readonly plugins: PluginList;
  /** The core's own routes and permissions, in the form of a module that is always on: routes, permissions, events, jobs. */
  readonly coreModule: Plugin;
  readonly principals: Principals;
  readonly organisations: Organisations;
  readonly files: FileStore;
  readonly answers: AnswerCache;
  readonly log: Logger;
  readonly now: () => Date;
  /** Multiplies every rate limit: 1, but for load tests from a single address. */
  readonly limitFactor: number;
  /** The module where it serves in the province, undefined where it does not; the core itself serves everywhere. */
  moduleOn(province: Province, plugin: string): Plugin | undefined;
  /** The core itself, and the modules that are on. */
  modulesOn(province: Province): readonly Plugin[];
  /** The jobs that consume an event type in a province, over all modules that are on. */
  consumersOf(province: Province, plugin: string, type: string): readonly Consumer[];
  /** To be called after every commit that may have left events or tasks behind. */
  committed(province: Province): void;
}

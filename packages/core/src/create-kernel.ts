import { join } from 'node:path';
import type { Logger } from 'pino';
import { masterKey } from './database/master-key.ts';
import { errorForLog } from './error-for-log.ts';
import { diskDriver } from './files/disk-driver.ts';
import { createFileStore } from './files/file-store.ts';
import { answerCache } from './http/answer-cache.ts';
import { createPrincipals } from './identity/principals.ts';
import type { Kernel } from './kernel.ts';
import { coreModule } from './modules/core-module.ts';
import { moduleGate } from './modules/module-state.ts';
import { pluginList } from './modules/plugin-list.ts';
import { createOrganisations } from './organisation/organisations.ts';
import type { Plugin } from './plugin/plugin.ts';
import { openControlDatabase } from './tenancy/open-control-database.ts';
import { provincePools } from './tenancy/province-pools.ts';
import type { Province } from './tenancy/registry.ts';

export interface KernelOptions {
  readonly plugins: readonly Plugin[];
  /** Control database, as a user that may make roles and databases. */
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly masterKeyFile?: string | undefined;
  readonly log: Logger;
  readonly secure?: boolean;
  readonly now?: () => Date;
  readonly limitFactor?: number;
}

export interface OpenKernel extends Kernel {
  /** Who hears of commits: the relay and the log keeper, once they run. */
  onCommitted(listener: (province: Province) => void): void;
  close(): Promise<void>;
}

const connectionsAProvince = 8;
const connectionsAServer = 280;
const fileQuotaBytes = 50 * 1024 ** 3;

/** Puts the parts of the core together, without serving or working yet: what the server, the CLI and the tests share. */
export async function createKernel(options: KernelOptions): Promise<OpenKernel> {
  const { dataDir, now = () => new Date() } = options;
  const log = options.log.child({}, { serializers: { err: errorForLog } });
  const onError = (error: Error) => log.warn({ err: error }, 'connection lost');
  const registry = await openControlDatabase({
    url: options.databaseUrl,
    masterKey: await masterKey({ file: options.masterKeyFile, dataDir }),
    onError,
  });
  const plugins = pluginList(options.plugins);
  for (const [id, reason] of plugins.unavailable) log.error({ module: id }, `plugin is unavailable: ${reason}`);
  const listeners: ((province: Province) => void)[] = [];
  const pools = provincePools({
    perProvince: connectionsAProvince,
    perServer: connectionsAServer,
    onError: (error, { id }) => log.warn({ province: id, err: error }, 'connection lost'),
  });
  const core = coreModule(() => kernel);

  const kernel: OpenKernel = {
    registry,
    pools,
    plugins,
    coreModule: core,
    principals: createPrincipals({ registry, secure: options.secure ?? false, log }),
    organisations: createOrganisations(registry.bus),
    files: createFileStore({ driver: diskDriver(join(dataDir, 'files')), quotaBytes: fileQuotaBytes, now }),
    answers: answerCache(registry.bus),
    log,
    now,
    limitFactor: options.limitFactor ?? 1,
    ...moduleGate(plugins, core),
    committed(province) {
      for (const listener of listeners) listener(province);
    },
    onCommitted: (listener) => void listeners.push(listener),
    async close() {
      await pools.close();
      await registry.close();
    },
  };
  return kernel;
}

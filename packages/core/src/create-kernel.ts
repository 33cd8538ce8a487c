import { join } from 'node:path';
import type { Logger } from 'pino';
import type { AnchorPlaces } from './audit/anchor-places.ts';
import { masterKeySource } from './secrets/master-key.ts';
import { errorForLog } from './monitoring/error-for-log.ts';
import { createStreams } from './events/stream/streams.ts';
import { diskDriver } from './files/disk-driver.ts';
import type { FileDriver } from './files/file-driver.ts';
import { createFileStore } from './files/file-store.ts';
import type { S3Settings } from './files/s3-driver.ts';
import { answerCache } from './http/answer-cache.ts';
import { readPortalTexts } from './http/portal/portal-texts.ts';
import { rateLimits } from './http/rate-limits.ts';
import { requestMeter } from './http/request-meter.ts';
import { localHosts, type SiteHosts } from './http/site-hosts.ts';
import { createPrincipals } from './identity/principals.ts';
import type { Kernel } from './kernel.ts';
import { coreModule } from './core-module/core-module.ts';
import { mailerFor } from './notify/mailer.ts';
import { fileSms, provinceSms } from './notify/sms.ts';
import { createMeters } from './monitoring/meters.ts';
import { apart } from './monitoring/tracing.ts';
import { safeModeReason } from './modules/load-plugins.ts';
import { moduleGate } from './modules/module-state.ts';
import { loadInstalled } from './modules/packages/load-installed.ts';
import { type InstalledPlugin, installedPlugins } from './modules/packages/package-store.ts';
import { type MissingPlugin, pluginList } from './modules/plugin-list.ts';
import { inWordsOf } from './modules/plugin-texts.ts';
import { defaultLimits, type WatchLimits } from './modules/watch/fault-counter.ts';
import { createWatch } from './modules/watch/watch.ts';
import { createOutbound, type OutboundOptions } from './outbound/outbound.ts';
import { createOrganisations } from './organisation/organisations.ts';
import { deprecatedIn } from './plugin/deprecations.ts';
import type { Plugin } from './plugin/plugin.ts';
import { openControlDatabase } from './tenancy/open-control-database.ts';
import { provincePools } from './tenancy/province-pools.ts';
import type { Province } from './tenancy/registry.ts';

export interface KernelOptions {
  readonly plugins: readonly (Plugin | MissingPlugin)[];
  /** Control database, as a user that may make roles and databases. */
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly masterKeyFile?: string | undefined;
  readonly masterKey?: string | undefined;
  readonly masterKeyCommand?: string | undefined;
  /** Where the heads of the audit chains are kept beside the control database. */
  readonly anchors?: AnchorPlaces | undefined;
  /** Where files are kept; without it in `dataDir`. */
  readonly s3?: S3Settings | undefined;
  readonly log: Logger;
  readonly secure?: boolean;
  /** The port that people reach this deployment at, where they come without https. */
  readonly port?: number;
  /** Where the index and the national sites answer. Default: `localhost` and names below it. */
  readonly siteHosts?: SiteHosts | undefined;
  readonly smtpUrl?: string | undefined;
  /** Whom mail comes from. */
  readonly mailFrom?: string | undefined;
  readonly now?: () => Date;
  /** Folder of what provinces say in their portals: `about.vi.md` and its like. */
  readonly portal?: URL | undefined;
  /** Whether browsers keep public pages for when there is no line. Default true. */
  readonly keepsPages?: boolean | undefined;
  /** Multiplies every rate limit: 1, but for load tests from a single address. */
  readonly limitFactor?: number;
  readonly outbound?: OutboundOptions;
  /** Folder of this deployment's own words for what plugins say: `<plugin>/<language>.json`. */
  readonly translations?: string | undefined;
  /** Leave out the plugins that were installed on the running deployment. */
  readonly safeMode?: boolean | undefined;
  /** When a module has done too much wrong. */
  readonly watch?: Partial<WatchLimits>;
  /** Redis or Valkey, where nodes count limits together. */
  readonly redisUrl?: string | undefined;
}

export interface OpenKernel extends Kernel {
  /** The plugins among its own that were installed on the running deployment. */
  readonly installed: readonly InstalledPlugin[];
  /** Who hears of commits: the relay and the log keeper, once they run. */
  onCommitted(listener: (province: Province) => void): void;
  close(): Promise<void>;
}

const connectionsAProvince = 8;

/** Puts the parts of the core together, without serving or working yet: what the server, the CLI and the tests share. */
export async function createKernel(options: KernelOptions): Promise<OpenKernel> {
  const { dataDir, now = () => new Date() } = options;
  const log = options.log.child({}, { serializers: { err: errorForLog } });
  let closing = false;
  // One that is ended while it still connects says so; that is no loss.
  const onError = (error: Error, province?: Province) => {
    if (!closing) log.warn({ ...(province && { province: province.id }), err: error }, 'connection lost');
  };
  const registry = await openControlDatabase({
    url: options.databaseUrl,
    masterKeys: masterKeySource({ file: options.masterKeyFile, text: options.masterKey, command: options.masterKeyCommand, dataDir }),
    onError,
  });
  const installed = await installedPlugins(registry.db);
  const found = [...options.plugins, ...(await loadInstalled(registry.db, installed, options))];
  const plugins = pluginList(await Promise.all(found.map((plugin) => prepared(plugin, options.translations, log))));
  // In safe mode that is what was asked for.
  for (const [id, reason] of plugins.unavailable) log[reason === safeModeReason ? 'info' : 'error']({ module: id }, `plugin is unavailable: ${reason}`);
  const listeners: ((province: Province) => void)[] = [];
  const pools = provincePools({
    perProvince: ({ quota }) => Math.min(connectionsAProvince, quota.connections),
    perServer: (id) => registry.servers().find((server) => server.id === id)?.maxConnections ?? connectionsAProvince,
    onError,
  });
  const redis = options.redisUrl === undefined ? undefined : (await import('./database/redis.ts')).openRedis(options.redisUrl, (error) => log.warn({ err: error }, 'redis'));
  const streams = createStreams(() => kernel, options.limitFactor ?? 1);
  const outbound = createOutbound(options.outbound ?? {});
  const core = coreModule(() => kernel);
  const meters = createMeters();

  const kernel: OpenKernel = {
    registry,
    pools,
    plugins,
    installed,
    coreModule: core,
    portal: { texts: readPortalTexts(options.portal), keepsPages: options.keepsPages ?? true },
    principals: createPrincipals({ registry, secure: options.secure ?? false, log }),
    organisations: createOrganisations(registry.bus, now),
    files: createFileStore({ driver: await fileDriver(options), now, arrivals: join(dataDir, 'arrivals') }),
    answers: answerCache(registry.bus),
    anchors: options.anchors ?? {},
    log,
    now,
    watch: createWatch(() => kernel, { ...defaultLimits, ...options.watch }),
    outbound,
    mailer: mailerFor({ smtpUrl: options.smtpUrl, from: options.mailFrom, dataDir }),
    sms: provinceSms(() => kernel, fileSms(dataDir)),
    siteHosts: options.siteHosts ?? localHosts,
    urlOf: (host) => (options.secure ? `https://${host}` : `http://${host}${options.port === undefined ? '' : `:${options.port}`}`),
    streams,
    meters,
    requestMeter: requestMeter(registry, meters),
    rateLimits: rateLimits({ factor: options.limitFactor ?? 1, redis }),
    ...moduleGate(plugins, core),
    committed(province) {
      apart(() => {
        for (const listener of listeners) listener(province);
      });
    },
    onCommitted: (listener) => void listeners.push(listener),
    async close() {
      closing = true;
      streams.stop();
      await pools.close();
      await registry.close();
      await outbound.close();
      redis?.disconnect();
    },
  };
  return kernel;
}

/** A plugin in this deployment's words; what it should leave behind is said in the log. */
async function prepared(plugin: Plugin | MissingPlugin, translations: string | undefined, log: Logger): Promise<Plugin | MissingPlugin> {
  if ('reason' in plugin) return plugin;
  for (const { what, gone, instead } of deprecatedIn(plugin)) {
    log.warn({ module: plugin.id, deprecated: what, gone }, `"${what}" will be gone in core ${gone}. ${instead.en ?? instead.vi}`);
  }
  if (translations === undefined) return plugin;
  return inWordsOf(join(translations, plugin.id), plugin).catch((error: unknown) => {
    log.error({ module: plugin.id, err: error }, 'the texts of a plugin could not be read; it keeps its own');
    return plugin;
  });
}

/** The S3 client is large: only who uses it loads it. */
async function fileDriver({ s3, dataDir }: KernelOptions): Promise<FileDriver> {
  return s3 === undefined ? diskDriver(join(dataDir, 'files')) : (await import('./files/s3-driver.ts')).s3Driver(s3);
}

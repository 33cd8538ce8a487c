import { resolve } from 'node:path';
import type { AnchorPlaces } from './audit/anchor-places.ts';
import type { OutboundOptions } from './outbound/outbound.ts';
import type { MissingPlugin } from './modules/plugin-list.ts';
import { defaultLimits, type WatchLimits } from './modules/watch/fault-counter.ts';
import type { S3Settings } from './files/s3-driver.ts';
import { localHosts, type SiteHosts } from './http/site-hosts.ts';
import type { Plugin } from './plugin/plugin.ts';

/** `tinhthong.config.ts`: the one place that names both the core and the plugins of a deployment. */
export interface DeploymentConfig {
  /**
   * Packages by name and files by path, as this file would import them: one that cannot be imported is left out with
   * its reason, and the rest starts. A plugin itself may stand here too; what its import throws stops the start.
   */
  readonly plugins: readonly (Plugin | string)[];
  /** Folder of province templates. */
  readonly templates: URL;
  /** Templates that the demo brings up as provinces. */
  readonly demoProvinces: readonly string[];
  /** Folder of what provinces may say in their portals; see `templates/portal`. */
  readonly portal?: URL;
  /** Websites that embed widgets, which the demo serves beside it, on the port after its own. */
  readonly demoWebsite?: URL;
}

/** The configuration with its plugins imported, or the reason why one could not be. */
export interface LoadedConfig extends Omit<DeploymentConfig, 'plugins'> {
  readonly plugins: readonly (Plugin | MissingPlugin)[];
}

export function defineConfig(config: DeploymentConfig): DeploymentConfig {
  return config;
}

/** A node serves requests (`api`), does the work behind them (`worker`), or both. */
export type Role = 'api' | 'worker' | 'all';

/** What the environment says, read once at the start. */
export interface Settings {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Where the index and the national sites answer. Default: `localhost` and names below it. */
  readonly siteHosts?: SiteHosts;
  /** Where metrics are answered, for the operator's own machines alone; without it nowhere. */
  readonly admin?: { readonly host: string; readonly port: number } | undefined;
  /** Control database; without it the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Redis or Valkey: the queue engine and the rate limits of several nodes. Without it both stand on PostgreSQL and memory. */
  readonly redisUrl?: string | undefined;
  /** What this node does. Default `all`. */
  readonly role?: Role;
  /** The master key: in a file, as text, or printed by a command that asks a key management service. */
  readonly masterKeyFile: string | undefined;
  readonly masterKey?: string | undefined;
  readonly masterKeyCommand?: string | undefined;
  /** Outside places for the heads of the audit chains, once a day. */
  readonly anchors?: AnchorPlaces;
  /** What may be reached outside beside public addresses. */
  readonly outbound?: OutboundOptions;
  /** `smtps://user:password@host:465`; without it mail is written to files under `dataDir`. */
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  /** When a module has done too much wrong in a province. */
  readonly watch?: WatchLimits;
  /** How long the event loop may be blocked before the process is ended. Default 5. */
  readonly stuckSeconds?: number;
  /** Folder of this deployment's own words for what plugins say. */
  readonly translations?: string;
  /** Folder of what provinces say in their portals. */
  readonly portal?: URL | undefined;
  /** Whether browsers keep public pages for when there is no line. Default true. */
  readonly keepsPages?: boolean;
  /** Folder of the public keys (`<name>.pem`, Ed25519) whose owners' packages are taken. */
  readonly pluginKeys?: string | undefined;
  /** Start without any plugin that is not of the core's own distribution. */
  readonly safeMode?: boolean;
  /** Where files are kept; without it in `dataDir`. */
  readonly s3?: S3Settings | undefined;
  readonly logLevel: string;
  readonly trustedProxies: ReadonlySet<string>;
  readonly perMinute: number;
  readonly limitFactor: number;
  readonly secure: boolean;
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    // Absolute: what is imported from there is not found otherwise.
    dataDir: resolve(env['DATA_DIR'] ?? '.data'),
    host: env['HOST'] ?? '127.0.0.1',
    port: whole(env, 'PORT', 8080),
    siteHosts: {
      index: hostName(env, 'INDEX_HOST', localHosts.index),
      ministry: hostName(env, 'MINISTRY_HOST', localHosts.ministry),
      platform: hostName(env, 'PLATFORM_HOST', localHosts.platform),
    },
    admin: env['ADMIN_PORT'] === undefined ? undefined : { host: env['ADMIN_HOST'] ?? '127.0.0.1', port: whole(env, 'ADMIN_PORT', 0) },
    databaseUrl: env['DATABASE_URL'],
    redisUrl: env['REDIS_URL'],
    masterKeyFile: env['MASTER_KEY_FILE'],
    masterKey: env['MASTER_KEY'],
    masterKeyCommand: env['MASTER_KEY_COMMAND'],
    anchors: { file: env['ANCHOR_FILE'], url: env['ANCHOR_URL'] },
    outbound: { allow: list(env, 'OUTBOUND_ALLOW') },
    smtpUrl: env['SMTP_URL'],
    mailFrom: env['MAIL_FROM'],
    watch: {
      faults: whole(env, 'WATCH_FAULTS', defaultLimits.faults),
      windowSeconds: whole(env, 'WATCH_WINDOW_SECONDS', defaultLimits.windowSeconds),
      floodPerMinute: whole(env, 'WATCH_FLOOD_PER_MINUTE', defaultLimits.floodPerMinute),
      handlerSeconds: whole(env, 'HANDLER_TIMEOUT_SECONDS', defaultLimits.handlerSeconds),
    },
    translations: env['TRANSLATIONS_DIR'] ?? 'translations',
    keepsPages: env['PORTAL_OFFLINE'] !== '0',
    pluginKeys: env['PLUGIN_KEYS'],
    stuckSeconds: whole(env, 'WATCH_STUCK_SECONDS', 5),
    s3: s3Of(env),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    trustedProxies: new Set(list(env, 'TRUSTED_PROXIES')),
    perMinute: whole(env, 'RATE_LIMIT_PER_MINUTE', 600),
    limitFactor: whole(env, 'RATE_LIMIT_FACTOR', 1),
    secure: env['PUBLIC_HTTPS'] === '1',
  };
}

function list(env: NodeJS.ProcessEnv, name: string): string[] {
  return (env[name] ?? '').split(',').map((one) => one.trim()).filter(Boolean);
}

function hostName(env: NodeJS.ProcessEnv, name: string, fallback: string): string {
  const host = (env[name] ?? fallback).toLowerCase();
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(host)) throw new Error(`${name} phải là tên miền, không kèm https:// hay cổng / must be a host name, without https:// or port: "${host}"`);
  return host;
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}

function s3Of(env: NodeJS.ProcessEnv): S3Settings | undefined {
  const bucket = env['S3_BUCKET'];
  if (bucket === undefined) return undefined;
  const [accessKeyId, secretAccessKey] = [env['S3_ACCESS_KEY_ID'], env['S3_SECRET_ACCESS_KEY']];
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new Error('S3_BUCKET cần / needs S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY');
  }
  const endpoint = env['S3_ENDPOINT'];
  // A store of one's own rarely has a host name for each bucket.
  return { endpoint, region: env['S3_REGION'] ?? 'us-east-1', bucket, accessKeyId, secretAccessKey, pathStyle: (env['S3_PATH_STYLE'] ?? (endpoint === undefined ? '0' : '1')) === '1' };
}

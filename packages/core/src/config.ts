import type { Plugin } from './plugin/plugin.ts';

/** `tinhthong.config.ts`: the one place that names both the core and the plugins of a deployment. */
export interface DeploymentConfig {
  readonly plugins: readonly Plugin[];
  /** Folder of province templates. */
  readonly templates: URL;
  /** Templates that the demo brings up as provinces. */
  readonly demoProvinces: readonly string[];
}

export function defineConfig(config: DeploymentConfig): DeploymentConfig {
  return config;
}

/** What the environment says, read once at the start. */
export interface Settings {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Control database; without it the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly masterKeyFile: string | undefined;
  readonly logLevel: string;
  readonly trustedProxies: ReadonlySet<string>;
  readonly perMinute: number;
  readonly limitFactor: number;
  readonly secure: boolean;
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    dataDir: env['DATA_DIR'] ?? '.data',
    host: env['HOST'] ?? '127.0.0.1',
    port: whole(env, 'PORT', 8080),
    databaseUrl: env['DATABASE_URL'],
    masterKeyFile: env['MASTER_KEY_FILE'],
    logLevel: env['LOG_LEVEL'] ?? 'info',
    trustedProxies: new Set((env['TRUSTED_PROXIES'] ?? '').split(',').filter(Boolean)),
    perMinute: whole(env, 'RATE_LIMIT_PER_MINUTE', 600),
    limitFactor: whole(env, 'RATE_LIMIT_FACTOR', 1),
    secure: env['PUBLIC_HTTPS'] === '1',
  };
}

function whole(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name];
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}

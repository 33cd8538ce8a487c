import { valid, validRange } from 'semver';
import { ZodObject } from 'zod';
import type { Plugin } from './plugin.ts';

/** The plugin among the exports of a module, that is called `name` in words. */
export function pluginIn(exports: object, name: string): Plugin {
  const plugin = Object.values(exports).find(looksLikePlugin);
  if (plugin === undefined) throw new Error(`${name} không xuất một phân hệ nào / no plugin is exported by ${name}`);
  return plugin;
}

function looksLikePlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && 'routes' in value && 'migrations' in value;
}

/**
 * Why the core could not even list this declaration; undefined where it could. Only what the core itself leans on:
 * `tinhthong plugin check` looks at everything else.
 */
export function declarationFault(plugin: Plugin): string | undefined {
  const { id, version, core, needs, title, summary, events } = plugin as Partial<Plugin>;
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]{1,40}$/.test(id)) return `id "${String(id)}"`;
  if (valid(version) === null) return `version "${String(version)}"`;
  if (typeof core !== 'string' || validRange(core) === null) return `core "${String(core)}"`;
  if (!isRecord(needs)) return 'needs';
  if (typeof title?.vi !== 'string' || typeof summary?.vi !== 'string') return 'title, summary';
  if (!(plugin.settings instanceof ZodObject)) return 'settings';
  if (!isRecord(events?.publishes) || !isRecord(events.consumes)) return 'events';
  if (!Array.isArray(plugin.routes)) return 'routes';
  return (['migrations', 'permissions', 'jobs', 'metrics', 'subjects', 'personalData'] as const).find((part) => !isRecord(plugin[part]));
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

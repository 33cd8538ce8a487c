import { z } from 'zod';
import type { ModuleTypes } from '../plugin/context.ts';
import { definePlugin, type Plugin } from '../plugin/plugin.ts';

/** A module with nothing in it but what a test puts there. */
export function barePlugin<M extends ModuleTypes = ModuleTypes>(parts: { id: string } & Partial<Plugin<M>>): Plugin {
  return definePlugin<M>()({
    version: '1.0.0',
    core: '^1.0.0',
    needs: {},
    title: { vi: parts.id },
    summary: { vi: parts.id },
    migrations: {},
    permissions: {},
    settings: z.strictObject({}),
    events: { publishes: {}, consumes: {} },
    jobs: {},
    metrics: {},
    subjects: {},
    personalData: { none: 'It holds nothing.' },
    outbound: [],
    routes: [],
    ...parts,
  });
}

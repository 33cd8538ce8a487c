import { z } from 'zod';
import type { EventType } from '../plugin/plugin.ts';

/**
 * What the core itself records in a province's log: every change of access, configuration and data that an auditor
 * asks for. Ids only, never personal data; who did it is the event's actor.
 */
export interface CoreEvents {
  'key.created': { key: string; scopes: string[] };
  'key.revoked': { key: string };
  'task.revived': { task: number };
}

const audited = (vi: string, en: string, data: z.ZodType): EventType => ({ title: { vi, en }, visibleTo: 'audit:read', data });

export const coreEvents: { readonly [E in keyof CoreEvents]: EventType } = {
  'key.created': audited('Tạo khóa API', 'API key made', z.object({ key: z.uuid(), scopes: z.array(z.string()) })),
  'key.revoked': audited('Thu hồi khóa API', 'API key revoked', z.object({ key: z.uuid() })),
  'task.revived': audited('Chạy lại việc nền', 'Dead task run again', z.object({ task: z.int() })),
};

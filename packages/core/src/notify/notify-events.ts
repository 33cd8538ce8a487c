import { z } from 'zod';
import type { EventType } from '../plugin/plugin.ts';

/** What is recorded of how a province tells people. Ids and names, never an address. */
export interface NotifyEvents {
  'channel.changed': { channel: string; on: boolean; secrets: readonly string[] };
  'channel.tried': { channel: string; sent: boolean };
  'message.resent': { message: string };
}

const audited = (vi: string, en: string, data: z.ZodType): EventType => ({ title: { vi, en }, visibleTo: 'audit:read', data });
const channel = z.object({ channel: z.string() });

export const notifyEvents: { readonly [E in keyof NotifyEvents]: EventType } = {
  'channel.changed': audited('Cài đặt kênh gửi tin', 'Channel set up', channel.extend({ on: z.boolean(), secrets: z.array(z.string()) })),
  'channel.tried': audited('Gửi thử một kênh', 'Channel tried', channel.extend({ sent: z.boolean() })),
  'message.resent': audited('Gửi lại một tin', 'Message sent again', z.object({ message: z.uuid() })),
};

import type { Plugin } from '../../plugin/plugin.ts';
import type { SealedEvent } from '../sealed-log.ts';
import { declaredData } from '../shown-event.ts';
import { messageId } from './webhook.ts';

/**
 * An event as others receive it: CloudEvents 1.0 in JSON, the same text whenever it is sent.
 * `sequence` (an extension of the standard) is the event's place in its province's log: texts of one length, so that
 * they sort as their numbers do.
 */
export function cloudEvent(province: string, plugin: Plugin, event: SealedEvent): string {
  return JSON.stringify({
    specversion: '1.0',
    id: messageId(province, event.id),
    source: sourceOf(province),
    type: `vn.tinhthong.${event.plugin}.${event.type}`,
    subject: event.subject,
    time: event.at.toISOString(),
    sequence: String(event.position).padStart(15, '0'),
    datacontenttype: 'application/json',
    data: declaredData(plugin, event),
  });
}

/** What a receiver gets who is tried: of no event, and so with an id of its own. */
export function pingEvent(province: string, webhook: string, id: string, at: Date): string {
  return JSON.stringify({
    specversion: '1.0',
    id,
    source: sourceOf(province),
    type: 'vn.tinhthong.core.webhook.pinged',
    subject: webhook,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: {},
  });
}

function sourceOf(province: string): string {
  return `urn:tinhthong:${province}`;
}

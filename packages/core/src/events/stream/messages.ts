import type { Plugin } from '../../plugin/plugin.ts';
import type { SealedEvent } from '../sealed-log.ts';
import { declaredData } from '../shown-event.ts';

/** Why a stream ends. Whoever connects again, with the last id they saw, misses nothing they may see. */
export type EndReason = 'restart' | 'access-changed' | 'province-suspended' | 'too-slow';

const encoder = new TextEncoder();

/** An event, as `EventSource` hands it to `onmessage`. Its id is its place in the log. */
export function eventMessage(plugin: Plugin, event: SealedEvent): string {
  const { type, subject, position, at } = event;
  return `id: ${position}\ndata: ${JSON.stringify({ type: `${plugin.id}/${type}`, subject, position, at, data: declaredData(plugin, event) })}\n\n`;
}

/** The first bytes: how soon to come back, spread so that all do not at once, and where this reader begins. */
export function opening(position: number, random = Math.random): Uint8Array {
  return encoder.encode(`retry: ${Math.round(2_000 + 3_000 * random())}\nid: ${position}\n: tinhthong\n\n`);
}

/** Keeps proxies from closing a quiet line, and moves the reader's place on without an event. */
export function heartbeat(position: number): Uint8Array {
  return encoder.encode(`id: ${position}\n:\n\n`);
}

/** The reader asked to go on from further back than is kept ready: what it shows is to be read anew. */
export function reset(position: number): Uint8Array {
  return encoder.encode(`id: ${position}\nevent: reset\ndata: {"position":${position}}\n\n`);
}

export function ending(reason: EndReason): Uint8Array {
  return encoder.encode(`event: end\ndata: {"reason":"${reason}"}\n\n`);
}

/** An event with its message for those who may see it. */
export interface Told {
  readonly event: SealedEvent;
  readonly message: string;
}

/** Messages that are written at once. */
export interface Chunk {
  readonly bytes: Uint8Array;
  /** The place in the log that whoever has it has come to. */
  readonly upTo: number;
}

const chunkBytes = 32 * 1024;

/** Puts messages together to chunks of about that size: few enough to be cheap, small enough to be waited for. */
export function together(told: readonly Told[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let from = 0; from < told.length; ) {
    let text = '';
    let to = from;
    while (to < told.length && text.length < chunkBytes) text += told[to++]!.message;
    chunks.push({ bytes: encoder.encode(text), upTo: told[to - 1]!.event.position });
    from = to;
  }
  return chunks;
}

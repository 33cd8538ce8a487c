import { hash } from 'node:crypto';
import type { Text } from '../plugin/text.ts';

/** Where a chain stood: the newest position, and the link that stands for every row up to it. */
export interface Head {
  readonly position: number;
  /** Hexadecimal. */
  readonly link: string;
}

/** A row of a chained table: its place, the link it was given, and all that the link vouches for, as one text. */
export interface ChainedRow extends Head {
  readonly id: number;
  readonly text: string;
}

export interface Fault {
  /** The first row that is not as it was sealed. */
  readonly position: number;
  readonly reason: Text;
}

export interface Verdict {
  readonly rows: number;
  /** The last row that is as it was sealed. */
  readonly head: Head;
  /** Anchors that were met and agree. */
  readonly anchors: number;
  readonly fault: Fault | null;
}

/** What the first row's link is made from. */
export const beginning: Head = { position: 0, link: '00'.repeat(32) };

/** What is known of a chain from elsewhere. */
export interface ChainKnowledge {
  readonly anchors?: readonly Head[];
  /** Where to begin; everything up to there is believed. */
  readonly from?: Head;
  /** The chain has been this long. */
  readonly atLeast?: number;
}

/**
 * Follows a chain, by the rule that each link is the SHA-256 of the link before it and the row's text, and
 * answers at the first row that breaks it. Every row that was edited, removed, put in between or moved breaks it. Who
 * rewrites all links after their change, or cuts off the newest rows, is found by anchors kept elsewhere.
 */
export async function verifyChain(rows: AsyncIterable<ChainedRow>, { anchors = [], from = beginning, atLeast = 0 }: ChainKnowledge = {}): Promise<Verdict> {
  const anchored = new Map<number, Set<string>>();
  for (const { position, link } of anchors) anchored.set(position, (anchored.get(position) ?? new Set()).add(link));
  let head = from;
  let count = 0;
  let met = 0;
  const verdict = (fault: Fault | null): Verdict => ({ rows: count, head, anchors: met, fault });

  for await (const { position, link, text } of rows) {
    const next = head.position + 1;
    if (position !== next) return verdict({ position: next, reason: missing(next, position - 1) });
    const expected = hash('sha256', Buffer.concat([Buffer.from(head.link, 'hex'), Buffer.from(text)]), 'hex');
    if (link !== expected) return verdict({ position, reason: changed });
    const kept = anchored.get(position);
    if (kept !== undefined && (kept.size > 1 || !kept.has(link))) return verdict({ position, reason: rewritten });
    if (kept !== undefined) met += 1;
    head = { position, link };
    count += 1;
  }
  const beyond = Math.max(atLeast, ...anchored.keys());
  return verdict(beyond > head.position ? { position: head.position + 1, reason: missing(head.position + 1, beyond) } : null);
}

const changed: Text = {
  vi: 'dòng này, hoặc dòng trước đó, đã bị sửa, chèn thêm hay thay thế sau khi niêm phong',
  en: 'this row was edited, inserted or replaced after it was sealed',
};

const rewritten: Text = {
  vi: 'chuỗi đã bị viết lại: mốc lưu bên ngoài có giá trị khác ở vị trí này',
  en: 'the chain was rewritten: an anchor kept outside has another link here',
};

const missing = (first: number, last: number): Text => ({
  vi: first === last ? `thiếu dòng ${first}` : `thiếu các dòng từ ${first} đến ${last}`,
  en: first === last ? `row ${first} is missing` : `rows ${first} to ${last} are missing`,
});

import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { Head } from './verify-chain.ts';

/** Outside places: where whoever can change a database cannot change what it once said. */
export interface AnchorPlaces {
  /** A file to add lines to, best on a medium that is written once. */
  readonly file?: string | undefined;
  /** An address of the operator's that takes each anchor by POST, as JSON. */
  readonly url?: string | undefined;
}

/** Where a chain stood at a moment. */
export interface Anchor extends Head {
  readonly chain: string;
  /** RFC 3339. */
  readonly at: string;
}

const anchorShape = z.object({ chain: z.string(), position: z.int().positive(), link: z.string().regex(/^[0-9a-f]{64}$/), at: z.iso.datetime() });
const timeoutMs = 10_000;

/** Puts an anchor into every outside place. Doing it twice is harmless. */
export async function placeAnchor({ file, url }: AnchorPlaces, anchor: Anchor): Promise<void> {
  if (file !== undefined) await addLine(file, JSON.stringify(anchor));
  if (url === undefined) return;
  const headers = { 'content-type': 'application/json' };
  const { ok, status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(anchor), redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  if (!ok) throw new Error(`ANCHOR_URL answered ${status}`);
}

/** The anchors of a file, one a line. @throws Error where a line is none */
export function readAnchors(text: string): Anchor[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => {
      const parsed = anchorShape.safeParse(jsonOf(line));
      if (!parsed.success) throw new Error(`Dòng ${i + 1} không phải là mốc / line ${i + 1} is no anchor`);
      return parsed.data;
    });
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function addLine(path: string, line: string): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(`${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

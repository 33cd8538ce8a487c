import { setTimeout as sleep } from 'node:timers/promises';
import type { Principal } from '../../identity/principal.ts';
import type { Kernel } from '../../kernel.ts';
import type { Province } from '../../tenancy/registry.ts';
import { type EventFilter, passes } from '../event-filter.ts';
import { maySee, rightsOf, type Viewer } from '../visibility.ts';
import type { BoundedStream } from './bounded-stream.ts';
import { type Chunk, ending, type EndReason, heartbeat, opening, reset, type Told, together } from './messages.ts';
import { recentLog } from './recent-log.ts';

/** Somebody who reads the stream of a province. */
export interface Reader {
  readonly out: BoundedStream;
  readonly principal: Principal;
  readonly filter: EventFilter;
  /** Of the request, to ask again who this is; null for anonymous readers. */
  readonly credentials: Headers | null;
  /** What it may see, as it was when it came. */
  readonly rights: string;
}

/** The readers of one province on this node. The log is read once for all of them who keep up. */
export interface Hub {
  readonly readers: ReadonlySet<Reader>;
  /** From after `since`, or from now on. */
  join(reader: Reader, since: number | undefined): Promise<void>;
  leave(reader: Reader): void;
  end(reader: Reader, reason: EndReason): void;
  /** The log has grown, as far as anybody knows. */
  read(): void;
  beat(): void;
}

/** Readers who may see the same and asked for the same: what they are sent is put together once. */
interface ReaderClass {
  readonly viewer: Viewer;
  readonly filter: EventFilter;
  readonly readers: Set<Reader>;
}

// Further back, the lists are faster.
const farthestBack = 10_000;
// Between two pages of a flood readers get a moment to take the first.
const breathMs = 100;
const patienceMs = 10_000;

export function createHub(kernel: Kernel, provinceId: string): Hub {
  const readers = new Set<Reader>();
  const classes = new Map<string, ReaderClass>();
  const now = (): Province => kernel.registry.byId(provinceId)!;
  const log = recentLog(kernel, now);
  let reading: Promise<void> | undefined;
  let again = false;

  function seenBy({ viewer, filter }: Pick<ReaderClass, 'viewer' | 'filter'>, told: readonly Told[]): Told[] {
    return told.filter(({ event }) => {
      const type = kernel.moduleOn(now(), event.plugin)?.events.publishes[event.type];
      return type !== undefined && passes(filter, event) && maySee(viewer, type, event);
    });
  }

  async function handOut(told: readonly Told[], before: number, isLast: boolean): Promise<void> {
    for (const one of classes.values()) hand(one, together(seenBy(one, told)), before);
    if (isLast) return;
    const busy = [...classes.values()].flatMap((one) => [...one.readers]).map(({ out }) => out.drained());
    await Promise.race([Promise.all(busy), sleep(breathMs, undefined, { ref: false })]);
  }

  /** Hands a class what it may see of the events after `before`; whoever has no room for it goes on alone, at an own pace. */
  function hand(one: ReaderClass, chunks: readonly Chunk[], before: number): void {
    for (const reader of one.readers) {
      let at = before;
      if (chunks.every(({ bytes, upTo }) => reader.out.push(bytes) && (at = upTo))) continue;
      takeOut(reader);
      sendAlone(reader, at);
    }
  }

  function sendAlone(reader: Reader, since: number): void {
    void bringUp(reader, since).catch((error: unknown) => {
      kernel.log.warn({ province: provinceId, err: error }, 'a reader of the live stream could not be brought up to now');
      end(reader, 'restart');
    });
  }

  /** Brings a reader up to now, page by page as it takes them, and then puts it among the others. */
  async function bringUp(reader: Reader, since: number): Promise<void> {
    const viewer = { ability: reader.principal.ability, agency: reader.principal.actor.agency };
    for (let at = since; at < log.position; ) {
      if (log.position - at > farthestBack) {
        reader.out.push(reset((at = log.position)));
        continue;
      }
      const { told, upTo } = await log.pageAfter(at);
      at = upTo;
      for (const { bytes } of together(seenBy({ viewer, filter: reader.filter }, told))) {
        const inTime = await Promise.race([reader.out.drained().then(() => true), sleep(patienceMs, false, { ref: false })]);
        if (!inTime) end(reader, 'too-slow');
        if (!readers.has(reader)) return;
        reader.out.push(bytes);
      }
    }
    // Nothing was awaited since the reader was found to be at the end, so no event comes in between.
    if (!readers.has(reader)) return;
    const key = classOf(reader);
    let mine = classes.get(key);
    if (mine === undefined) classes.set(key, (mine = { viewer, filter: reader.filter, readers: new Set() }));
    mine.readers.add(reader);
  }

  function end(reader: Reader, reason: EndReason): void {
    leave(reader);
    reader.out.end(ending(reason));
  }

  function leave(reader: Reader): void {
    readers.delete(reader);
    takeOut(reader);
  }

  /** Takes a reader out of its class. */
  function takeOut(reader: Reader): void {
    const key = classOf(reader);
    const mates = classes.get(key)?.readers;
    if (mates?.delete(reader) && mates.size === 0) classes.delete(key);
  }

  return {
    readers,
    async join(reader, since) {
      readers.add(reader);
      await log.ready();
      // A place ahead of the log is of another log: of the time before a restore.
      const from = since !== undefined && since <= log.position ? since : log.position;
      reader.out.push(opening(from));
      sendAlone(reader, from);
    },
    leave,
    end,
    read() {
      again = true;
      reading ??= (async () => {
        while (again) {
          again = false;
          await log.readOn(handOut);
        }
      })()
        // The next signal or beat tries again.
        .catch((error: unknown) => kernel.log.warn({ province: provinceId, err: error }, 'the live stream could not read the log'))
        .finally(() => void (reading = undefined));
    },
    beat() {
      const chunk = heartbeat(log.position);
      // Whoever has no room for a heartbeat has enough to read.
      for (const one of classes.values()) for (const { out } of one.readers) out.push(chunk);
    },
  };
}

/** Those of the same rights and filter are of one class. */
function classOf({ rights, filter }: Reader): string {
  return `${rights} ${filter.join()}`;
}

// Of thousands of readers most are nobody in particular. The registry makes new provinces whenever anything changes.
const remembered = new WeakMap<Province, WeakMap<Principal, string>>();

/** What somebody may see in a province now. */
export function rightsIn(kernel: Kernel, province: Province, principal: Principal): string {
  let known = remembered.get(province);
  if (known === undefined) remembered.set(province, (known = new WeakMap()));
  let rights = known.get(principal);
  if (rights === undefined) known.set(principal, (rights = rightsOf({ ability: principal.ability, agency: principal.actor.agency }, kernel.modulesOn(province))));
  return rights;
}

import { anonymous, type Principal } from '../../identity/principal.ts';
import type { Kernel } from '../../kernel.ts';
import { Problem } from '../../plugin/problem.ts';
import type { ProvinceDatabase } from '../../tenancy/province-pools.ts';
import type { Province } from '../../tenancy/registry.ts';
import type { EventFilter } from '../event-filter.ts';
import { boundedStream } from './bounded-stream.ts';
import { countedPlaces } from './counted-places.ts';
import { createHub, type Hub, type Reader, rightsIn } from './hub.ts';
import type { EndReason } from './messages.ts';

export interface NewReader {
  readonly province: Province;
  readonly principal: Principal;
  /** Of the request. */
  readonly headers: Headers;
  readonly filter: EventFilter;
  /** The last place in the log that the reader has seen; undefined: from now on. */
  readonly since: number | undefined;
  /** What counts as one address. */
  readonly bucket: string;
  /** Cuts the connection of a reader who does not even take the reason why it ends. */
  cut(): void;
}

/** The live streams of this node. */
export interface Streams {
  /** @throws Problem 429 where this address, account or province has all the streams it may */
  open(reader: NewReader): ReadableStream<Uint8Array>;
  /** How many there are, by province. */
  readers(): ReadonlyMap<string, number>;
  /** Tells every reader to connect again, which will be to another node or the next start. */
  stop(): void;
}

// Beside what lies in its socket. Who is further behind reads from the log, at an own pace.
const mostQueuedBytes = 128 * 1024;
const cutAfterMs = 10_000;
const beatEveryMs = 15_000;
// A session that runs out, or the day a signal is lost.
const askAgainEveryMs = 60_000;
const most = { address: 200, account: 20, province: 10_000 };

export function createStreams(kernel: () => Kernel, limitFactor: number): Streams {
  const hubs = new Map<string, Hub>();
  const takePlaces = countedPlaces({ address: most.address * limitFactor, account: most.account * limitFactor, province: most.province * limitFactor });
  const asking = new Set<string>();
  const askAgain = new Set<string>();
  let timers: NodeJS.Timeout[] | undefined;
  let stopped = false;

  function listen(): void {
    const { registry } = kernel();
    registry.bus.on('position', ({ province }) => hubs.get(province)?.read());
    registry.bus.on('access', ({ province }) => checkRights(province));
    registry.onRefresh(checkAll);
    registry.bus.onGap(checkAll);
    timers = [setInterval(beat, beatEveryMs), setInterval(checkAll, askAgainEveryMs)];
    for (const timer of timers) timer.unref();
  }

  function beat(): void {
    for (const hub of hubs.values()) {
      hub.beat();
      // For the day a signal is lost.
      hub.read();
    }
  }

  function checkAll(): void {
    for (const [id, hub] of hubs) {
      if (kernel().registry.byId(id)?.state === 'active') checkRights(id);
      else endAll(hub, 'province-suspended');
    }
  }

  function endAll(hub: Hub, reason: EndReason): void {
    for (const reader of hub.readers) hub.end(reader, reason);
  }

  /** Ends every stream whose reader may see something else by now: it comes back as whoever it is then. */
  function checkRights(id: string): void {
    askAgain.add(id);
    if (asking.has(id)) return;
    asking.add(id);
    void (async () => {
      while (askAgain.delete(id)) {
        const province = kernel().registry.byId(id);
        const hub = hubs.get(id);
        if (hub !== undefined && province?.state === 'active') await endChanged(province, hub);
      }
    })()
      .catch((error: unknown) => kernel().log.warn({ province: id, err: error }, 'the rights of stream readers could not be asked; it is tried again'))
      .finally(() => asking.delete(id));
  }

  async function endChanged(province: Province, hub: Hub): Promise<void> {
    await kernel().pools.use(province, async (database) => {
      for (const reader of hub.readers) if (await hasChanged(province, database, reader)) hub.end(reader, 'access-changed');
    });
  }

  async function hasChanged(province: Province, database: ProvinceDatabase, { credentials, rights }: Reader): Promise<boolean> {
    const who = credentials === null ? anonymous : await kernel().principals.of(province, database, credentials, { seen: false });
    return who.rejected || rightsIn(kernel(), province, who) !== rights;
  }

  /** What changed while the reader was on its way in, its hub was not told of. */
  async function confirm(province: Province, hub: Hub, reader: Reader): Promise<void> {
    if (await kernel().pools.use(province, (database) => hasChanged(province, database, reader))) hub.end(reader, 'access-changed');
  }

  return {
    open({ province, principal, headers, filter, since, bucket, cut }) {
      if (stopped) throw stopping();
      if (timers === undefined) listen();
      const free = takePlaces({ address: `${province.id} ${bucket}`, account: principal.actor.id === null ? null : `${province.id} ${principal.actor.id}`, province: province.id });
      if (free === undefined) throw tooMany();
      let hub = hubs.get(province.id);
      if (hub === undefined) hubs.set(province.id, (hub = createHub(kernel(), province.id)));
      const mine = hub;
      let cutting: NodeJS.Timeout | undefined;
      const out = boundedStream(mostQueuedBytes, () => {
        clearTimeout(cutting);
        free();
        mine.leave(reader);
        if (mine.readers.size === 0 && hubs.get(province.id) === mine) hubs.delete(province.id);
      });
      const reader: Reader = {
        out: {
          ...out,
          end(last) {
            out.end(last);
            cutting ??= setTimeout(cut, cutAfterMs).unref();
          },
        },
        principal,
        filter,
        credentials: credentialsOf(principal, headers),
        rights: rightsIn(kernel(), province, principal),
      };
      // Not awaited: what it is sent may be more than is queued before anybody reads.
      void Promise.all([mine.join(reader, since), confirm(province, mine, reader)]).catch((error: unknown) => {
        kernel().log.warn({ province: province.id, err: error }, 'a live stream could not begin');
        mine.end(reader, 'restart');
      });
      return out.stream;
    },
    readers: () => new Map([...hubs].map(([province, { readers }]) => [province, readers.size])),
    stop() {
      stopped = true;
      for (const timer of timers ?? []) clearInterval(timer);
      for (const hub of hubs.values()) endAll(hub, 'restart');
    },
  };
}

/** What of a request says who sent it, and nothing else of it: a stream lives for hours. */
function credentialsOf({ actor }: Principal, headers: Headers): Headers | null {
  if (actor.kind === 'anonymous') return null;
  return new Headers(['authorization', 'cookie'].flatMap((name) => (headers.has(name) ? [[name, headers.get(name)!] as [string, string]] : [])));
}

function tooMany(): Problem {
  return new Problem(
    429,
    'too-many-streams',
    { vi: 'Đã mở quá nhiều luồng sự kiện; hãy đóng bớt.', en: 'Too many event streams are open; close some.' },
    { headers: { 'retry-after': '30' } },
  );
}

function stopping(): Problem {
  return new Problem(503, 'stopping', { vi: 'Máy chủ đang dừng, xin kết nối lại.', en: 'The server is stopping, please connect again.' }, { headers: { 'retry-after': '2' } });
}

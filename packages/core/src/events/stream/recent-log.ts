import type { Kernel } from '../../kernel.ts';
import type { Province } from '../../tenancy/registry.ts';
import { eventsAfter, lastEvents, type SealedEvent } from '../sealed-log.ts';
import { gate } from './gate.ts';
import { eventMessage, type Told } from './messages.ts';

/** The end of a province's log, kept in memory, so that whoever reconnects after a restart or a tunnel costs no query. */
export interface RecentLog {
  /** The place that was read up to. */
  readonly position: number;
  ready(): Promise<void>;
  /** Reads what is new; hands it over page by page, with the place before each. */
  readOn(hand: (told: readonly Told[], before: number, isLast: boolean) => Promise<void>): Promise<void>;
  /** The next events after a place, from memory if they are there, and the place that they lead to. */
  pageAfter(at: number): Promise<{ readonly told: readonly Told[]; readonly upTo: number }>;
}

const page = 200;
// More than a page: so one that is read for somebody far behind never goes past what the others have been handed.
const kept = 500;
// Of the province's connections, those who are further behind may use so many.
const readingBackAtOnce = 2;

export function recentLog(kernel: Kernel, now: () => Province): RecentLog {
  const turn = gate(readingBackAtOnce);
  const recent: Told[] = [];
  // Everything after this place is in `recent`.
  let remembersFrom = 0;
  let position = 0;
  let opened: Promise<void> | undefined;

  /** Puts an event into words; one of a type that nobody declares here has none. */
  function tell(event: SealedEvent): Told[] {
    const plugin = kernel.moduleOn(now(), event.plugin);
    return plugin?.events.publishes[event.type] === undefined ? [] : [{ event, message: eventMessage(plugin, event) }];
  }

  async function open(): Promise<void> {
    const last = await kernel.pools.use(now(), ({ db }) => lastEvents(db, kept));
    recent.push(...last.flatMap(tell));
    remembersFrom = last.length < kept ? 0 : last[0]!.position - 1;
    position = last.at(-1)?.position ?? 0;
  }

  function ready(): Promise<void> {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  }

  const read = (after: number) => kernel.pools.use(now(), ({ db }) => eventsAfter(db, after, page));

  return {
    get position() {
      return position;
    },
    ready,
    async readOn(hand) {
      await ready();
      for (let full = true; full; ) {
        const before = position;
        const news = await read(before);
        if (news.length === 0) return;
        full = news.length === page;
        position = news.at(-1)!.position;
        const told = news.flatMap(tell);
        recent.push(...told);
        const forgotten = recent.splice(0, Math.max(0, recent.length - kept)).at(-1);
        if (forgotten !== undefined) remembersFrom = forgotten.event.position;
        await hand(told, before, !full);
      }
    },
    async pageAfter(at) {
      if (at >= remembersFrom) {
        const told = recent.filter(({ event }) => event.position > at).slice(0, page);
        return { told, upTo: told.at(-1)?.event.position ?? position };
      }
      const events = await turn(() => read(at));
      return { told: events.flatMap(tell), upTo: events.at(-1)?.position ?? position };
    },
  };
}

import { newKey } from '../base/new-key.ts';
import { type Delivery, isSafeToSend, type Kept } from './kept.ts';
import { browserStore, memoryStore, type Store } from './store.ts';

export { type Delivery, deliveryOf, type Kept } from './kept.ts';
export { outboxNotice, type OutboxNotice } from './outbox-notice.ts';
export { outboxStyles } from './outbox.styles.ts';

export interface OutboxOptions<Body, Answer> {
  /** One for each kind of message and each province: `reports https://hue.example`. */
  readonly name: string;
  /**
   * Sends one message under its key. What is learnt on the way (the ids of pictures that have arrived) is handed to `save`
   * before the message itself leaves: sent again it has to be the same.
   */
  send(kept: Kept<Body, Answer>, save: (body: Body) => Promise<void>): Promise<Delivery<Answer>>;
  /** After every change, of other tabs too. */
  changed(items: readonly Kept<Body, Answer>[]): void;
}

/** What the browser gives; tests give their own. */
export interface Surroundings<Body, Answer> {
  open(name: string, make: boolean): Promise<Store<Body, Answer> | undefined>;
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
  now(): number;
  online(): boolean;
}

const pausesMs = [15_000, 60_000, 300_000];

/**
 * Keeps what a person has pressed “send” or “save draft” for until it has arrived, and sends it when the line is back and on
 * the next visit. It arrives once: one key for a message, and one tab at a time. Nothing is stored before a press; where the
 * browser lets nothing be stored, it is kept while the page is open, and `lasting` says so.
 *
 * @example
 * const outbox = new Outbox<NewReport, Submitted>({ name: `reports ${home.origin}`, send, changed: (items) => (this.kept = items) });
 * await outbox.start();
 * const kept = await outbox.post(report, pictures); // kept.state: 'sent', 'refused' or 'waiting'
 */
export class Outbox<Body, Answer> {
  /** Whether what is kept is there after the page has been closed; true until it has been tried. */
  lasting = true;
  readonly #options: OutboxOptions<Body, Answer>;
  readonly #around: Surroundings<Body, Answer>;
  #store: Store<Body, Answer> | undefined;
  #channel: BroadcastChannel | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pauses = 0;
  /** Being sent before the eyes of the person: not yet something that waits. */
  readonly #posting = new Set<string>();

  constructor(options: OutboxOptions<Body, Answer>, around: Partial<Surroundings<Body, Answer>> = {}) {
    this.#options = options;
    this.#around = { open: browserStore, alone: alone, now: () => Date.now(), online: () => navigator.onLine, ...around };
  }

  /** Looks for what an earlier visit left, and waits for the line. */
  async start(): Promise<void> {
    globalThis.addEventListener?.('online', this.#back);
    globalThis.document?.addEventListener('visibilitychange', this.#back);
    if (typeof BroadcastChannel !== 'undefined') {
      this.#channel = new BroadcastChannel(`tinhthong ${this.#options.name}`);
      this.#channel.onmessage = () => void this.#look();
    }
    await this.#look();
    await this.flush();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#channel?.close();
    this.#channel = undefined;
    globalThis.removeEventListener?.('online', this.#back);
    globalThis.document?.removeEventListener('visibilitychange', this.#back);
  }

  async items(): Promise<readonly Kept<Body, Answer>[]> {
    return (await this.#store?.all())?.toSorted((a, b) => a.keptAt - b.keptAt) ?? [];
  }

  /** For a press on “lưu nháp”. The same key again replaces it. */
  async saveDraft(body: Body, files: readonly Blob[] = [], key = newKey()): Promise<Kept<Body, Answer>> {
    return this.#put({ key, body, files, state: 'draft', keptAt: this.#around.now() });
  }

  /** For a press on “gửi”: written down first, so that a closed tab or an empty battery loses nothing, then sent. */
  async post(body: Body, files: readonly Blob[] = [], key = newKey()): Promise<Kept<Body, Answer>> {
    this.#posting.add(key);
    const kept = await this.#put({ key, body, files, state: 'waiting', keptAt: this.#around.now() });
    const after = (await this.#deliver(kept).finally(() => this.#posting.delete(key))) ?? kept;
    // Whoever stands before the form has the answer: it need not be kept for another visit.
    if (after.state === 'sent' || after.state === 'refused') await this.forget(key);
    else {
      await this.#show();
      void this.#later();
    }
    return after;
  }

  /** Sends all that waits. */
  async flush(): Promise<void> {
    for (const kept of await this.items()) if (kept.state === 'waiting' && !this.#posting.has(kept.key)) await this.#deliver(kept);
    void this.#later();
  }

  /** For a press on “gửi lại” where it may have arrived: the person decided. */
  async sendAnyway(key: string): Promise<void> {
    const kept = await this.#of(key);
    if (kept !== undefined) await this.#put({ ...kept, state: 'waiting', triedAt: undefined });
    await this.flush();
  }

  async forget(key: string): Promise<void> {
    await this.#store?.remove(key);
    await this.#show(true);
  }

  readonly #back = (): void => {
    this.#pauses = 0;
    if (globalThis.document?.visibilityState !== 'hidden') void this.flush();
  };

  /** The browser does not always notice that a line works again. */
  async #later(): Promise<void> {
    clearTimeout(this.#timer);
    if (!(await this.items()).some(({ state }) => state === 'waiting')) return;
    this.#timer = setTimeout(() => void this.flush(), pausesMs[this.#pauses]);
    this.#pauses = Math.min(this.#pauses + 1, pausesMs.length - 1);
  }

  #deliver({ key }: Kept<Body, Answer>): Promise<Kept<Body, Answer> | undefined> {
    return this.#around.alone(`tinhthong ${this.#options.name} ${key}`, async () => {
      // Another tab may have sent it while this one waited for its turn.
      const kept = await this.#of(key);
      if (kept?.state !== 'waiting' || !this.#around.online()) return kept;
      const now = this.#around.now();
      if (!isSafeToSend(kept, now)) return this.#put({ ...kept, state: 'unsure' });
      let current = await this.#put({ ...kept, triedAt: kept.triedAt ?? now });
      const ended = await this.#options.send(current, async (body) => void (current = await this.#put({ ...current, body }))).catch((error: unknown) => (console.error(error), 'lost' as const));
      if (ended === 'lost') return current;
      if (ended === 'not-taken') return this.#put({ ...current, triedAt: kept.triedAt });
      // The answer is for the person to see; what was sent need not lie about any longer.
      return this.#put('sent' in ended ? { ...current, state: 'sent', files: [], answer: ended.sent } : { ...current, state: 'refused', problem: ended.refused });
    });
  }

  async #of(key: string): Promise<Kept<Body, Answer> | undefined> {
    return (await this.items()).find((kept) => kept.key === key);
  }

  async #put(kept: Kept<Body, Answer>): Promise<Kept<Body, Answer>> {
    if (this.#store?.lasting !== true) this.#store = (await this.#around.open(this.#options.name, true)) ?? this.#store ?? memoryStore();
    await this.#store.put(kept).catch(async () => {
      // The disk is full, or the browser has changed its mind: what is there goes on in memory.
      const rest = (await this.items().catch(() => [])).filter(({ key }) => key !== kept.key);
      this.#store = memoryStore();
      for (const one of [...rest, kept]) await this.#store.put(one);
    });
    this.lasting = this.#store.lasting;
    await this.#show(true);
    return kept;
  }

  /** Another tab may have made the store since this one looked for it. */
  async #look(): Promise<void> {
    const found = this.#store ?? (await this.#around.open(this.#options.name, false));
    this.#store ??= found;
    await this.#show();
  }

  async #show(tellOthers = false): Promise<void> {
    this.#options.changed((await this.items()).filter(({ key }) => !this.#posting.has(key)));
    if (tellOthers) this.#channel?.postMessage('');
  }
}

/**
 * One tab at a time. On plain http there are no locks, and in a frame whose storage is blocked they are refused: there the
 * server's memory of keys alone keeps it to once.
 */
async function alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  let begun = false;
  const locked = () => {
    begun = true;
    return work();
  };
  if (navigator.locks === undefined) return work();
  try {
    return await navigator.locks.request(name, locked);
  } catch (error) {
    if (begun) throw error;
    return work();
  }
}

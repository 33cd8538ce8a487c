import { type Kysely, sql } from 'kysely';
import { noteInSpan } from '../monitoring/tracing.ts';
import type { Actor } from '../plugin/context.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

export interface Consumer {
  readonly plugin: string;
  readonly job: string;
}

interface PendingEvent {
  readonly type: string;
  readonly subject: string;
  readonly agency: string | null;
  readonly data: unknown;
  readonly at: Date | null;
}

interface PendingTask {
  readonly job: string;
  readonly payload: unknown;
  readonly due: Date | null;
}

export interface PendingMessage {
  readonly id: string;
  readonly kind: string;
  readonly account: string | null;
  readonly agency: string | null;
  readonly subject: string | null;
  readonly data: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  readonly at: Date;
}

/** What a change adds beside its rows; written in one statement just before it commits. */
export class UnitOfWork {
  readonly #events: PendingEvent[] = [];
  readonly #tasks: PendingTask[] = [];
  readonly #messages: PendingMessage[] = [];
  readonly #plugin: string;
  readonly #actor: Actor;
  readonly #consumersOf: (type: string) => readonly Consumer[];
  #flushed = false;

  constructor(plugin: string, actor: Actor, consumersOf: (type: string) => readonly Consumer[]) {
    this.#plugin = plugin;
    this.#actor = actor;
    this.#consumersOf = consumersOf;
  }

  publish(event: PendingEvent): void {
    this.#events.push(event);
    noteInSpan('published', { type: event.type, subject: event.subject });
  }

  enqueue(task: PendingTask): void {
    this.#tasks.push(task);
  }

  tell(message: PendingMessage): void {
    this.#messages.push(message);
  }

  /** Events, tasks and messages so far. */
  get size(): number {
    return this.#events.length + this.#tasks.length + this.#messages.length;
  }

  /** Whatever is added now comes too late. */
  get flushed(): boolean {
    return this.#flushed;
  }

  async flush(trx: Kysely<ProvinceTables>): Promise<void> {
    this.#flushed = true;
    if (this.#messages.length > 0) await this.#flushMessages(trx);
    if (this.#events.length === 0 && this.#tasks.length === 0) return;
    const types = [...new Set(this.#events.map(({ type }) => type))];
    const consumers = types.flatMap((type) => this.#consumersOf(type).map((consumer) => ({ type, ...consumer })));
    await sql`
      with event as (
        insert into core.events (plugin, type, subject, at, actor_kind, actor_id, agency, data)
        select ${this.#plugin}, e.type, e.subject, coalesce(e.at, now()), ${this.#actor.kind}, ${this.#actor.id}, e.agency, e.data
        from jsonb_to_recordset(${JSON.stringify(this.#events)}::jsonb)
          as e(type text, subject text, agency text, data jsonb, at timestamptz)
        returning id, type
      )
      insert into core.tasks (plugin, job, payload, event_id, due_at)
      select c.plugin, c.job, '{}', event.id, now()
      from event join jsonb_to_recordset(${JSON.stringify(consumers)}::jsonb) as c(type text, plugin text, job text) using (type)
      union all
      select ${this.#plugin}, t.job, t.payload, null, coalesce(t.due, now())
      from jsonb_to_recordset(${JSON.stringify(this.#tasks)}::jsonb) as t(job text, payload jsonb, due timestamptz)
    `.execute(trx);
  }

  /** Whom a message is for, and where they are reached, is found out by the core's own task. */
  async #flushMessages(trx: Kysely<ProvinceTables>): Promise<void> {
    await sql`
      with message as (
        insert into core.messages (id, plugin, kind, account, agency, subject, data, link, created_at)
        select m.id, ${this.#plugin}, m.kind, m.account, m.agency, m.subject, m.data, m.link, m.at
        from jsonb_to_recordset(${JSON.stringify(this.#messages)}::jsonb)
          as m(id uuid, kind text, account text, agency text, subject text, data jsonb, link text, at timestamptz)
        returning id
      )
      insert into core.tasks (plugin, job, payload) select 'core', 'address-message', jsonb_build_object('message', id) from message
    `.execute(trx);
  }
}

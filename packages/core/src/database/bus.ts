import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import pg from 'pg';

/** What nodes tell each other. Hints only: whoever misses one finds the truth in its next sweep. */
export interface Signal {
  readonly topic: 'registry' | 'access' | 'position' | 'tasks' | 'plugins' | 'committed' | 'deliveries';
  readonly province: string;
  readonly value?: number;
}

export interface Bus {
  /** Reaches this node at once and the others by NOTIFY in the control database. */
  send(signal: Signal): void;
  on(topic: Signal['topic'], listener: (signal: Signal) => void): void;
  /** Called when signals may have been lost: drop what was cached. */
  onGap(listener: () => void): void;
  close(): Promise<void>;
}

const channel = 'tinhthong';
const reconnectAfterMs = 1_000;
const longestPauseMs = 15_000;

export function openBus(pool: pg.Pool, connectionString: string, onError: (error: Error) => void): Bus {
  const node = randomUUID();
  const listeners = new EventEmitter().setMaxListeners(0);
  let listening: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let pauseMs = reconnectAfterMs;
  // Signals come many times a second: that they do not get through is said once, until one does again.
  let unheard = false;

  async function listen(): Promise<void> {
    const client = new pg.Client({ connectionString, keepAlive: true, application_name: 'tinhthong bus' });
    listening = client;
    client.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as Signal & { node: string };
      if (message.node !== node) listeners.emit(message.topic, message);
    });
    client.on('error', told);
    client.on('end', again);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      pauseMs = reconnectAfterMs;
      listeners.emit('gap');
    } catch (error) {
      told(error as Error);
      await client.end().catch(() => {});
      again();
    }
  }

  /** A short command closes it while it still connects: that is no loss. */
  function told(error: Error): void {
    if (!closed) onError(error);
  }

  function again(): void {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => void listen(), pauseMs);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }

  void listen();
  return {
    send(signal) {
      listeners.emit(signal.topic, signal);
      pool.query('select pg_notify($1, $2)', [channel, JSON.stringify({ ...signal, node })]).then(
        () => void (unheard = false),
        (error: Error) => {
          if (!unheard) onError(error);
          unheard = true;
        },
      );
    },
    on: (topic, listener) => void listeners.on(topic, listener),
    onGap: (listener) => void listeners.on('gap', listener),
    async close() {
      closed = true;
      clearTimeout(retry);
      await listening?.end().catch(() => {});
    },
  };
}

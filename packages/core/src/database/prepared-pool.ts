import pg from 'pg';
import { inStatementSpan } from '../monitoring/trace-statement.ts';

// Beyond so many distinct texts a connection, statements run unnamed: a list of changing length must not fill
// the server's memory with plans.
const namedStatements = 400;

/** pg prepares only named statements; here every text gets a stable name of its own. */
class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();

  // @ts-expect-error pg declares ten overloads; Kysely and our code use (text, values) and ({ text, values }).
  override query(config: unknown, values?: unknown, callback?: unknown): unknown {
    return spanning(config, values, callback, () => this.#query(config, values, callback));
  }

  #query(config: unknown, values: unknown, callback: unknown): unknown {
    // Without values the simple protocol is enough, and takes the many statements of a migration at once.
    if (typeof config === 'string' && Array.isArray(values) && values.length > 0) {
      const name = this.#nameOf(config);
      // @ts-expect-error passed on as it came: which of pg's overloads it is, is not known here
      return super.query(name === undefined ? { text: config, values } : { name, text: config, values }, callback);
    }
    // @ts-expect-error passed on as it came: which of pg's overloads it is, is not known here
    return super.query(config, values, callback);
  }

  #nameOf(text: string): string | undefined {
    let name = this.#names.get(text);
    if (name === undefined && this.#names.size < namedStatements) {
      name = `s${this.#names.size}`;
      this.#names.set(text, name);
    }
    return name;
  }
}

class TracedPool extends pg.Pool {
  // @ts-expect-error pg declares its overloads for the pool as well; callers use the two above
  override query(config: unknown, values?: unknown, callback?: unknown): unknown {
    // @ts-expect-error passed on as it came: which of pg's overloads it is, is not known here
    return spanning(config, values, callback, () => super.query(config, values, callback));
  }
}

/** Whoever wants to be called back is the pool itself, whose span runs already. */
function spanning(config: unknown, values: unknown, callback: unknown, run: () => unknown): unknown {
  if (typeof config !== 'string' || typeof values === 'function' || callback !== undefined) return run();
  return inStatementSpan(config, values as unknown[] | undefined, run as () => Promise<unknown>);
}

// Counts, positions and task ids stay below 2^53 for longer than anyone's province; a day is a day, not an instant.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, String],
]);
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
};

export interface PoolOptions {
  readonly connectionString: string;
  readonly max: number;
  /** Role taken on after connecting, for migrations. */
  readonly role?: string;
  readonly applicationName: string;
  /** Milliseconds; 0 for connections that run migrations. */
  readonly statementTimeout: number;
  readonly onError: (error: Error) => void;
}

/** A pool whose time-outs stop one slow province from holding connections for ever. */
export function preparedPool(options: PoolOptions): pg.Pool {
  // The overrides' loose types stand for all of pg's overloads, which its declaration spells out.
  const Pool = TracedPool as unknown as typeof pg.Pool;
  const pool = new Pool({
    Client: PreparingClient as unknown as typeof pg.Client,
    types,
    connectionString: options.connectionString,
    // Times leave PostgreSQL with Vietnam's offset, and a timestamp's date is the day it was in Vietnam.
    options: `-c timezone=Asia/Ho_Chi_Minh${options.role === undefined ? '' : ` -c role=${options.role}`}`,
    max: options.max,
    application_name: options.applicationName,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: options.statementTimeout,
    lock_timeout: options.statementTimeout === 0 ? 0 : 5_000,
    idle_in_transaction_session_timeout: 30_000,
  });
  // A connection that PostgreSQL closes, lent out or idle, must not end the process; the pool opens another.
  pool.on('connect', (client) => void client.on('error', options.onError));
  pool.on('error', () => {});
  return pool;
}

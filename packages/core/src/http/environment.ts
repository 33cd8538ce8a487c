import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Principal } from '../identity/principal.ts';
import type { Context } from '../plugin/context.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';

/** What the stages of a request leave for the next: id and log at once, then province, database, caller, context. */
export interface Environment {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    address: string;
    log: Logger;
    /** For the log line: the route's pattern, never the address with its ids. */
    operation: string;
    module: string | undefined;
    province: Province;
    database: ProvinceDatabase;
    principal: Principal;
    ctx: Context;
  };
}

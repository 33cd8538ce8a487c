import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Principal } from '../identity/principal.ts';
import type { Context } from '../plugin/context.ts';
import type { PortalFunction } from '../plugin/plugin.ts';
import type { Portal } from '../kernel.ts';
import type { CallRoute } from '../plugin/route.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';

/** What the stages of a request leave for the next: id and log at once, then province, database, caller, context. */
export interface Environment {
  Bindings: Partial<HttpBindings>;
  Variables: {
    requestId: string;
    /** Whether the site is served on https. */
    secure: boolean;
    /** The answer has the standard headers already. */
    headed: boolean;
    address: string;
    /** Counts bytes of the request's body that stay in memory until it is answered. @throws Problem 429, 503 */
    holdBytes(bytes: number): void;
    log: Logger;
    /** For the log line: the route's pattern, never the address with its ids. */
    operation: string;
    module: string | undefined;
    province: Province;
    database: ProvinceDatabase;
    principal: Principal;
    /** The key of the foreign website that the request comes from. */
    embed: string | undefined;
    ctx: Context;
    /** For pages: the routes of the module that the request is for. */
    call: CallRoute;
    enterWithKey(key: string): Promise<boolean>;
    language: 'vi' | 'en';
    portal: Portal;
    /** For pages: where the built file of a widget is served, if it has been built. */
    widget(tag: string): string | undefined;
    /** For pages: the functions of the province's modules that the caller may use. */
    functions(): readonly PortalFunction[];
  };
}

import type { MiddlewareHandler } from 'hono';
import { endAsFailed, inSpan, isTracing, noteOnSpan } from '../monitoring/tracing.ts';
import type { Environment } from './environment.ts';
import { traceparentOf } from './caller-address.ts';

/** Where traces are asked for, each request is a span: named by its route, found by the request id that the log has too. */
export function traceRequests(core: string, trustedProxies: ReadonlySet<string>): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (!isTracing()) return next();
    const { method } = c.req;
    const about = { request: c.get('requestId'), 'http.request.method': method };
    // Where the Host names no province there is none.
    const province = (c.get('province') as { readonly id: string } | undefined)?.id;
    await inSpan(method, { kind: 'server', province, about, parent: traceparentOf(c, trustedProxies) }, async (span) => {
      await next();
      const operation = c.get('operation') ?? method;
      span!.updateName(operation);
      noteOnSpan(span!, { module: c.get('module') ?? core, about: { operation, 'http.response.status_code': c.res.status } });
      if (c.res.status >= 500) endAsFailed(span!);
    });
  };
}

import { totalmem } from 'node:os';
import type { MiddlewareHandler } from 'hono';
import { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { bucketOf } from './caller-address.ts';
import { ofStatus } from './to-problem.ts';

/** Bytes of bodies that may lie in this node's memory at a time. */
export interface BodyLimits {
  readonly node: number;
  /** From one address. At least a whole form with pictures, or nobody could send one. */
  readonly address: number;
}

const memory = Math.min(totalmem(), process.constrainedMemory() || Infinity);
const usual: BodyLimits = { node: memory / 8, address: Math.max(memory / 32, 48 * 1024 * 1024) };

/** Lets a request hold the bytes of its body until it has been answered, for as long as there is room for them. */
export function bodyBudget(limits: BodyLimits = usual): MiddlewareHandler<Environment> {
  let all = 0;
  const byAddress = new Map<string, number>();

  return async (c, next) => {
    let held = 0;
    c.set('holdBytes', (bytes) => {
      const address = bucketOf(c.get('address'));
      const own = (byAddress.get(address) ?? 0) + bytes;
      if (own > limits.address) throw tooManyAtOnce();
      if (all + bytes > limits.node) throw full();
      byAddress.set(address, own);
      all += bytes;
      held += bytes;
    });
    try {
      await next();
    } finally {
      if (held > 0) {
        all -= held;
        const address = bucketOf(c.get('address'));
        const left = byAddress.get(address)! - held;
        if (left > 0) byAddress.set(address, left);
        else byAddress.delete(address);
      }
    }
  };
}

const soon = { headers: { 'retry-after': '10' } };

function tooManyAtOnce(): Problem {
  const { status, code, title } = ofStatus(429);
  return new Problem(status, code, title, soon);
}

function full(): Problem {
  return new Problem(503, 'uploads-crowded', { vi: 'Có quá nhiều tệp đang gửi lên, xin thử lại sau ít giây.', en: 'Too many files are arriving, please try again in a few seconds.' }, soon);
}

import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Steady {
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** So many a second, whatever the answers take, so that a slow one hides no other: milliseconds of the median and of the slowest hundredth. */
export async function steadily(perSecond: number, seconds: number, use: (n: number) => Promise<unknown>): Promise<Steady> {
  const taken: Promise<number>[] = [];
  const began = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = began + (n * 1_000) / perSecond;
    await sleep(Math.max(0, due - performance.now()));
    const started = performance.now();
    taken.push(use(n).then(() => performance.now() - started));
  }
  return steadyOf(await Promise.all(taken));
}

export function steadyOf(taken: readonly number[]): Steady {
  const sorted = taken.toSorted((a, b) => a - b);
  return { medianMs: sorted[sorted.length >> 1]!, p99Ms: sorted[Math.floor(sorted.length * 0.99)]! };
}

export type Ask = (path: string, json?: object) => Promise<void>;

/** Asks a server on connections that stay open, as browsers do; an answer that is not 2xx ends the measurement. */
export function askerOf(port: number, host: string): Ask {
  const agent = new Agent({ keepAlive: true });
  return (path, json) =>
    new Promise((resolve, reject) => {
      const headers = { host, ...(json !== undefined && { 'content-type': 'application/json' }) };
      request({ host: '127.0.0.1', port, path, agent, method: json === undefined ? 'GET' : 'POST', headers }, (answer) => {
        const { statusCode = 0 } = answer;
        if (statusCode >= 300) reject(new Error(`${path} was answered ${statusCode}`));
        answer.on('end', resolve).resume();
      })
        .on('error', reject)
        .end(json === undefined ? undefined : JSON.stringify(json));
    });
}

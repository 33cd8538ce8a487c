import autocannon from 'autocannon';

export interface Load {
  readonly url: string;
  readonly host: string;
  readonly seconds: number;
  readonly connections: number;
  /** Called for each request, so that no two are alike. */
  readonly next: () => { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string };
  /** Processes whose CPU time counts: server and PostgreSQL. */
  readonly cpuOf: () => number;
}

export interface Measured {
  readonly perSecond: number;
  /** Milliseconds of CPU a request, over the server and PostgreSQL. */
  readonly cpuMs: number;
  readonly p99Ms: number;
}

/** Closed loop at a fixed concurrency. An answer that is not 2xx ends the measurement: a fast refusal is no result. */
export async function measure({ url, host, seconds, connections, next, cpuOf }: Load): Promise<Measured> {
  const before = cpuOf();
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    headers: { host },
    requests: [{ setupRequest: (request) => ({ ...request, ...withHost(next(), host) }) }],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were not 2xx, ${result.errors} errors`);
  const done = result['2xx'];
  return { perSecond: done / result.duration, cpuMs: (cpuOf() - before) / done, p99Ms: result.latency.p99 };
}

function withHost(request: ReturnType<Load['next']>, host: string) {
  return { ...request, headers: { ...request.headers, host } };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

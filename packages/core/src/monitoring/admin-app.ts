import { statfs } from 'node:fs/promises';
import { Hono } from 'hono';
import { collectDefaultMetrics, Gauge } from 'prom-client';
import type { Role } from '../config.ts';
import type { Environment } from '../http/environment.ts';
import { problemResponse } from '../http/problem-response.ts';
import { probes, type Readiness } from '../http/probes.ts';
import { ofStatus, toProblem } from '../http/to-problem.ts';
import type { Kernel } from '../kernel.ts';
import { deploymentGauges, nodeGauges } from './gauges.ts';
import { inTime } from './in-time.ts';

export interface AdminOptions {
  readonly role: Role;
  readonly dataDir: string;
  readonly ready: () => Promise<Readiness>;
}

/** What answers on the admin port, for the operator's own machines: metrics and probes. It knows no Host, account or session. */
export function adminApp(kernel: Kernel, { role, dataDir, ready }: AdminOptions): Hono<Environment> {
  const { registry } = kernel.meters;
  collectDefaultMetrics({ register: registry });
  nodeGauges(kernel, role);
  if (role !== 'api') deploymentGauges(kernel);
  new Gauge({
    name: 'tinhthong_data_free_bytes',
    help: 'Free space where DATA_DIR is',
    registers: [registry],
    async collect() {
      const { bavail, bsize } = await statfs(dataDir);
      this.set(bavail * bsize);
    },
  });
  new Gauge({
    name: 'tinhthong_ready',
    help: 'The checks of /readyz: 1 where fine',
    labelNames: ['check'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const [check, state] of Object.entries((await inTime(ready()))?.checks ?? {})) this.set({ check }, state === 'ok' ? 1 : 0);
    },
  });

  const app = new Hono<Environment>();
  app.route('/', probes(ready));
  app.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }));
  app.notFound(() => problemResponse(ofStatus(404), { traceId: crypto.randomUUID(), language: 'vi' }));
  app.onError((error) => {
    kernel.log.error({ err: error }, 'admin port');
    return problemResponse(toProblem(error), { traceId: crypto.randomUUID(), language: 'vi' });
  });
  return app;
}

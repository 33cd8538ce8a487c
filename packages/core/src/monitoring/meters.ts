import { Counter, Histogram, Registry } from 'prom-client';
import { bucketBounds } from '../http/latency-buckets.ts';

/** What is counted while it happens, on this node. Labelled by province or by module, never by both and a route: series cost memory. */
export interface Meters {
  readonly registry: Registry;
  readonly requests: Histogram<'module' | 'status'>;
  readonly batches: Counter<'step'>;
  readonly taskFailures: Counter<'module' | 'outcome'>;
  readonly deliveries: Counter<'province' | 'outcome'>;
  readonly suspensions: Counter<'module' | 'cause'>;
}

export function createMeters(): Meters {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'tinhthong_http_request_duration_seconds',
      help: 'Requests to provinces and national sites, until their answer began',
      labelNames: ['module', 'status'],
      buckets: bucketBounds.map((ms) => ms / 1_000),
      registers,
    }),
    batches: new Counter({
      name: 'tinhthong_task_batches_total',
      help: 'Batches of tasks: sent to the queue engine or not, worked off or broken off',
      labelNames: ['step'],
      registers,
    }),
    taskFailures: new Counter({
      name: 'tinhthong_task_failures_total',
      help: 'Failed attempts of tasks: to be tried again, dead, or not ours any more',
      labelNames: ['module', 'outcome'],
      registers,
    }),
    deliveries: new Counter({
      name: 'tinhthong_webhook_deliveries_total',
      help: 'Attempts to deliver to webhooks',
      labelNames: ['province', 'outcome'],
      registers,
    }),
    suspensions: new Counter({
      name: 'tinhthong_module_suspensions_total',
      help: 'Modules that the watchdog switched off in a province',
      labelNames: ['module', 'cause'],
      registers,
    }),
  };
}

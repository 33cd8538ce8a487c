import type { NodeTracerConfig } from '@opentelemetry/sdk-trace-node';
import type { Role } from '../config.ts';
import { coreVersion } from '../modules/plugin-list.ts';
import { inTime } from './in-time.ts';
import { setTracing } from './tracing.ts';

export interface RunningTracing {
  /** Sends what has not been sent. */
  stop(): Promise<void>;
}

const off: RunningTracing = { stop: async () => {} };

/**
 * Sends traces by OTLP over HTTP where OTEL_EXPORTER_OTLP_ENDPOINT names a collector; its other variables (OTEL_TRACES_SAMPLER,
 * OTEL_EXPORTER_OTLP_HEADERS, OTEL_BSP_…) are read by OpenTelemetry itself. Without it nothing is even loaded.
 */
export async function startTracing(env: NodeJS.ProcessEnv, { role }: { readonly role: Role }): Promise<RunningTracing> {
  if (env['OTEL_EXPORTER_OTLP_ENDPOINT'] === undefined && env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] === undefined) return off;
  const [api, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const resource = resourceOf({
    'service.name': env['OTEL_SERVICE_NAME'] ?? 'tinhthong',
    'service.version': coreVersion,
    'tinhthong.role': role,
  });
  const provider = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())] });
  provider.register();
  setTracing({ api, tracer: provider.getTracer('tinhthong', coreVersion) });
  return {
    async stop() {
      setTracing(undefined);
      // A collector that is away must not hold up the end of the process.
      await inTime(provider.shutdown());
      api.trace.disable();
      api.context.disable();
      api.propagation.disable();
    },
  };
}

type Resource = NonNullable<NodeTracerConfig['resource']>;

/** Who sends the spans. OpenTelemetry's own way to make one is in a package that nothing else here needs. */
function resourceOf(attributes: Resource['attributes']): Resource {
  const resource: Resource = { attributes, merge: () => resource, getRawAttributes: () => Object.entries(attributes) };
  return resource;
}

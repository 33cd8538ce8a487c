import type * as openTelemetry from '@opentelemetry/api';
import type { Attributes, Context, Span, SpanKind, Tracer } from '@opentelemetry/api';

/** The OpenTelemetry API, loaded where traces are asked for. Without it a span is the work itself. */
export interface Tracing {
  readonly api: typeof openTelemetry;
  readonly tracer: Tracer;
}

export interface SpanOptions {
  readonly kind?: Lowercase<keyof typeof SpanKind>;
  /** Whose work it is; the spans within inherit both. */
  readonly province?: string | undefined;
  readonly module?: string | undefined;
  /** Ids and names of ours alone: never an address, a value or anything that a person wrote. */
  readonly about?: About | undefined;
  /** A `traceparent` header of somebody whom the deployment trusts. */
  readonly parent?: string | undefined;
}

export type About = Readonly<Record<string, string | number | undefined>>;

/** Where something was asked for; undefined where nothing is traced. */
export type Origin = Context | undefined;

// One process has one exporter, whatever runs in it: that is how OpenTelemetry is made.
let tracing: Tracing | undefined;
const placeKey = Symbol('place');

export function setTracing(loaded: Tracing | undefined): void {
  tracing = loaded;
}

export function isTracing(): boolean {
  return tracing !== undefined;
}

/** Whether a span runs now. */
export function isTraced(): boolean {
  return tracing?.api.trace.getActiveSpan() !== undefined;
}

/** Runs `work` as a span within the one that runs now; it is given none where nothing is traced. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span | undefined) => Promise<T>): Promise<T> {
  return tracing === undefined ? work(undefined) : traced(tracing, tracing.api.context.active(), name, options, work);
}

export function originHere(): Origin {
  return tracing?.api.context.active();
}

/** Starts what goes on by itself: it belongs to no trace, though a timer would carry on the one that set it. */
export function apart(start: () => void): void {
  if (tracing === undefined) start();
  else tracing.api.context.with(tracing.api.ROOT_CONTEXT, start);
}

/** Runs what was asked for at several places at once: within the trace of the only one, else in one of its own that is linked with theirs. */
export function inSpanFor<T>(origins: readonly Origin[], name: string, work: () => Promise<T>): Promise<T> {
  if (tracing === undefined) return work();
  const { api } = tracing;
  const askers = origins.filter((origin) => origin !== undefined && api.trace.getSpan(origin) !== undefined) as Context[];
  const [first] = askers;
  // Whoever woke this up may be somebody else entirely.
  if (first === undefined || origins.length === 1) return api.context.with(first ?? api.ROOT_CONTEXT, work);
  const options = { ...(first.getValue(placeKey) as SpanOptions), about: { together: origins.length } };
  return traced(tracing, api.ROOT_CONTEXT, name, options, (span) => {
    for (const asker of askers.map((origin) => api.trace.getSpan(origin)!)) {
      span.addLink({ context: asker.spanContext() });
      asker.addLink({ context: span.spanContext() });
    }
    return work();
  });
}

/** Notes on the span that runs now that something happened. */
export function noteInSpan(what: string, about: About): void {
  tracing?.api.trace.getActiveSpan()?.addEvent(what, attributesOf(about));
}

export function noteOnSpan(span: Span, { province, module, about }: SpanOptions): void {
  span.setAttributes(attributesOf({ province, module, ...about }));
}

export function endAsFailed(span: Span): void {
  if (tracing !== undefined) span.setStatus({ code: tracing.api.SpanStatusCode.ERROR });
}

function traced<T>({ api, tracer }: Tracing, from: Context, name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  const { kind = 'internal', about, parent } = options;
  const began = parent === undefined ? from : api.propagation.extract(from, { traceparent: parent });
  const place = { ...(began.getValue(placeKey) as object | undefined), ...stated(options) };
  const context = began.setValue(placeKey, place);
  const span = tracer.startSpan(name, { kind: api.SpanKind[kind.toUpperCase() as keyof typeof SpanKind], attributes: attributesOf({ ...place, ...about }) }, context);
  return api.context
    .with(api.trace.setSpan(context, span), work, undefined, span)
    .catch((error: unknown) => {
      // Its kind and never its message, which may repeat what somebody wrote.
      span.setAttribute('error.type', kindOf(error));
      endAsFailed(span);
      throw error;
    })
    .finally(() => span.end());
}

function stated({ province, module }: SpanOptions): Pick<SpanOptions, 'province' | 'module'> {
  return { ...(province !== undefined && { province }), ...(module !== undefined && { module }) };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.name;
}

/** Names of OpenTelemetry's own have a dot in them; ours go under ours. */
function attributesOf(about: About): Attributes {
  return Object.fromEntries(Object.entries(about).flatMap(([name, value]) => (value === undefined ? [] : [[name.includes('.') ? name : `tinhthong.${name}`, value]])));
}

import { type TestReceiver, testReceiver } from '@tinhthong/core/testing';

/** A span as OTLP writes it in JSON, its attributes as an object. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly events: readonly { readonly name: string; readonly attributes: Readonly<Record<string, unknown>> }[];
  readonly links: readonly { readonly traceId: string }[];
  readonly status: { readonly code?: number };
}

export interface SpanReceiver extends AsyncDisposable {
  readonly url: string;
  /** All spans that have come. */
  spans(): Span[];
  /** Of the process that sent them. */
  resource(): Readonly<Record<string, unknown>>;
  /** Everything that has come, as it came. */
  text(): string;
}

type Value = Readonly<Record<string, unknown>>;
type Attributes = readonly { readonly key: string; readonly value: Value }[];
interface Sent {
  readonly resourceSpans: readonly { readonly resource: { readonly attributes: Attributes }; readonly scopeSpans: readonly { readonly spans: readonly SentSpan[] }[] }[];
}
type SentSpan = Omit<Span, 'attributes' | 'events' | 'links'> & {
  readonly attributes?: Attributes;
  readonly events?: readonly { readonly name: string; readonly attributes?: Attributes }[];
  readonly links?: Span['links'];
};

const objectOf = (attributes: Attributes = []) => Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** A collector that takes OTLP over HTTP. */
export async function spanReceiver(): Promise<SpanReceiver> {
  const receiver: TestReceiver = await testReceiver();
  receiver.answer = (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  const sent = () => receiver.received.filter(({ path }) => path === '/v1/traces').flatMap(({ body }) => (JSON.parse(body) as Sent).resourceSpans);
  return {
    url: receiver.url,
    spans: () =>
      sent().flatMap(({ scopeSpans }) =>
        scopeSpans.flatMap(({ spans }) =>
          spans.map(({ attributes, events = [], links = [], ...span }) => ({
            ...span,
            attributes: objectOf(attributes),
            events: events.map((event) => ({ name: event.name, attributes: objectOf(event.attributes) })),
            links,
          })),
        ),
      ),
    resource: () => objectOf(sent()[0]!.resource.attributes),
    text: () => receiver.received.map(({ body }) => body).join('\n'),
    [Symbol.asyncDispose]: () => receiver[Symbol.asyncDispose](),
  };
}

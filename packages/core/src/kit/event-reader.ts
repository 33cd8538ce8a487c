import { createParser, type EventSourceMessage } from 'eventsource-parser';

export interface EventReader {
  /** Events and last words so far; heartbeats are not among them. */
  readonly seen: EventSourceMessage[];
  readonly status: number;
  /** The server has ended the stream. */
  readonly ended: Promise<void>;
  /** As a browser would: what to send as `Last-Event-ID`. */
  lastId(): string;
  leave(): Promise<void>;
}

/** Reads server-sent events as a browser does. */
export function eventReader(response: Response): EventReader {
  const seen: EventSourceMessage[] = [];
  const decoder = new TextDecoder();
  let lastId = '';
  const parser = createParser({ onEvent: (event) => void seen.push(event) });
  const reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const ended = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const text = decoder.decode(value, { stream: true });
      // The parser tells the id of an event; a browser also keeps one that comes without data.
      lastId = text.match(/(?<=^id: )\d+$/gm)?.at(-1) ?? lastId;
      parser.feed(text);
    }
  })();
  return { seen, status: response.status, ended, lastId: () => lastId, leave: () => reader.cancel() };
}

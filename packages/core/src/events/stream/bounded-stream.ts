export interface BoundedStream {
  readonly stream: ReadableStream<Uint8Array>;
  /** Queues a chunk for the reader; false, and nothing is queued, where the reader is too far behind. */
  push(chunk: Uint8Array): boolean;
  /** Ends with this chunk; what is still queued is dropped. */
  end(last: Uint8Array): void;
  /** Resolves when nothing is queued any more, or the stream is over. */
  drained(): Promise<void>;
}

/** A stream that holds at most so many bytes for a reader who does not keep up. `onClosed` is called once, whoever ends it. */
export function boundedStream(mostBytes: number, onClosed: () => void): BoundedStream {
  let queue: Uint8Array[] = [];
  let bytes = 0;
  let state: 'open' | 'ending' | 'closed' = 'open';
  let wake: (() => void) | undefined;
  let waiting: (() => void)[] = [];

  function tellDrained(): void {
    for (const tell of waiting) tell();
    waiting = [];
  }

  function close(): void {
    state = 'closed';
    queue = [];
    tellDrained();
    onClosed();
  }

  /** Hands over one chunk; false where there is none. */
  function give(controller: ReadableStreamDefaultController<Uint8Array>): boolean {
    const chunk = queue.shift();
    if (chunk !== undefined) {
      bytes -= chunk.length;
      controller.enqueue(chunk);
    }
    if (queue.length === 0) tellDrained();
    if (queue.length === 0 && state === 'ending') {
      controller.close();
      close();
      return true;
    }
    return chunk !== undefined;
  }

  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (give(controller)) return undefined;
        return new Promise<void>((resolve) => {
          wake = () => {
            wake = undefined;
            give(controller);
            resolve();
          };
        });
      },
      cancel: () => {
        if (state !== 'closed') close();
      },
    },
    // Nothing is taken out of the queue before the connection asks for it.
    { highWaterMark: 0 },
  );

  return {
    stream,
    push(chunk) {
      if (state !== 'open') return true;
      if (bytes + chunk.length > mostBytes) return false;
      queue.push(chunk);
      bytes += chunk.length;
      wake?.();
      return true;
    },
    end(last) {
      if (state !== 'open') return;
      state = 'ending';
      queue = [last];
      bytes = last.length;
      wake?.();
    },
    drained: () => (queue.length === 0 || state === 'closed' ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}

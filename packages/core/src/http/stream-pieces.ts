const encoder = new TextEncoder();

/**
 * The body of an answer that is made while it is sent, as fast as its reader takes it. What makes it reads from the
 * province's database: `lend` keeps that open until the end, or until the reader has left.
 */
export function streamPieces(pieces: AsyncIterable<string>, lend: (until: Promise<void>) => Promise<void>): ReadableStream<Uint8Array> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  void lend(promise);
  const source = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await source.next();
          if (!done) return controller.enqueue(encoder.encode(value));
          end();
          controller.close();
        } catch (error) {
          end();
          // Cut off, so that nobody takes a part for the whole.
          controller.error(error);
        }
      },
      async cancel() {
        end();
        await source.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

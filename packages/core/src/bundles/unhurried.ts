import { setTimeout as sleep } from 'node:timers/promises';

const strideBytes = 256 * 1024;
const restMs = 8;

/**
 * Passes bytes on with short rests. A bundle has time: read without a pause, it would keep a processor busy on either
 * side of the connection, and whoever asks a province for something would wait for both.
 */
export async function* unhurried(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source) {
    yield chunk;
    bytes += chunk.length;
    if (bytes < strideBytes) continue;
    bytes = 0;
    await sleep(restMs);
  }
}

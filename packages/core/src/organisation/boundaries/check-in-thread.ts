import { computeThread } from '../../modules/compute-thread.ts';
import { Problem } from '../../plugin/problem.ts';
import type { Checked } from './check-boundaries.ts';
import type { CheckMessage } from './check-thread.ts';
import type { ReadOptions } from './read-boundaries.ts';

const measureSeconds = 12;
const giveUpMs = 25_000;
let running = false;

/**
 * Checks a file in a thread of its own: geometry keeps a processor busy for seconds, and the event loop serves all
 * provinces. One at a time; a file that takes too long is refused.
 */
export async function checkInThread(bytes: Uint8Array, options: ReadOptions): Promise<Checked> {
  if (running) {
    throw new Problem(503, 'check-under-way', { vi: 'Đang kiểm tra một tệp ranh giới khác; xin thử lại sau nửa phút.', en: 'Another file of boundaries is being checked; please try again in half a minute.' }, { headers: { 'retry-after': '30' } });
  }
  running = true;
  const signal = AbortSignal.timeout(giveUpMs);
  try {
    await using thread = computeThread(new URL('./check-thread.ts', import.meta.url), { memoryMb: 1_024, signal });
    const message: CheckMessage = { bytes, options, seconds: measureSeconds };
    return await thread.ask<Checked>(message);
  } catch (error) {
    throw signal.aborted ? tooLong(error) : error;
  } finally {
    running = false;
  }
}

function tooLong(cause: unknown): Problem {
  return new Problem(422, 'check-took-too-long', { vi: 'Kiểm tra ranh giới mất quá lâu.', en: 'Checking the boundaries took too long.' }, {
    detail: { vi: 'Hãy làm sạch và giản lược lớp ranh giới (QGIS: v.clean; mapshaper: -clean -simplify) rồi gửi lại.', en: 'Please clean and simplify the layer (QGIS: v.clean; mapshaper: -clean -simplify) and send it again.' },
    cause,
  });
}

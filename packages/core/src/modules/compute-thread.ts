import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A thread that computes for a module while requests go on being answered. */
export interface ComputeThread extends AsyncDisposable {
  /**
   * Hands a message to the script's `answer` and resolves to what it returned. One question at a time: whoever waits for
   * the answer before asking on keeps no more in memory than one message.
   *
   * @throws Error what the script threw, that its memory was used up, or that the signal ended it
   */
  ask<Answer>(message: unknown): Promise<Answer>;
}

export interface ComputeThreadOptions {
  /** Of its JavaScript objects; typed arrays come on top. Beyond it the thread ends, and nothing else. */
  readonly memoryMb: number;
  /** Ends the thread in the middle of whatever it does: a job hands its own. */
  readonly signal?: AbortSignal;
}

type Reply = { readonly value: unknown } | { readonly fault: string };

/**
 * Starts a thread for computing that would hold up every province on this one. The script exports `answer(message)` and
 * keeps its own state between calls; it has no context, so it reaches no database, no file and no network of the module's.
 *
 * @example
 * await using thread = computeThread(new URL('./train-thread.ts', import.meta.url), { memoryMb: 256, signal });
 * await thread.ask({ add: rows });
 */
export function computeThread(script: URL, { memoryMb, signal }: ComputeThreadOptions): ComputeThread {
  const { href } = new URL('./compute-thread-entry.ts', import.meta.url);
  // A thread has no compile cache of its own accord: to strip types it would load 17 MB of compiler each time.
  const start = `require('node:module').enableCompileCache(); import(${JSON.stringify(href)});`;
  const worker = new Worker(start, { eval: true, workerData: script.href, resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 16 } });
  worker.unref();
  let ended: Error | undefined;
  worker.once('error', (error) => (ended = error as Error));
  worker.once('exit', () => (ended ??= new Error('The computing thread has ended')));
  const stop = () => {
    ended ??= signal?.reason instanceof Error ? signal.reason : new Error('The computing thread was ended');
    void worker.terminate();
  };
  if (signal?.aborted) stop();
  else signal?.addEventListener('abort', stop, { once: true });

  return {
    async ask<Answer>(message: unknown): Promise<Answer> {
      if (ended !== undefined) throw ended;
      const over = new AbortController();
      // Only while somebody waits does the thread keep the process alive.
      worker.ref();
      try {
        const answered = once(worker, 'message', { signal: over.signal }) as Promise<[Reply]>;
        const exited = once(worker, 'exit', { signal: over.signal }).then(() => Promise.reject(ended ?? new Error('The computing thread has ended')));
        worker.postMessage(message);
        const [reply] = await Promise.race([answered, exited]);
        if ('fault' in reply) throw new Error(reply.fault);
        return reply.value as Answer;
      } finally {
        worker.unref();
        over.abort();
      }
    },
    async [Symbol.asyncDispose]() {
      signal?.removeEventListener('abort', stop);
      await worker.terminate();
    },
  };
}

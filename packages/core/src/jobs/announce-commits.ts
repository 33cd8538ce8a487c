import type { OpenKernel } from '../create-kernel.ts';
import type { Work } from './start-work.ts';

// A flood's commits are one hint: whoever works them off looks for all there is.
const gatherMs = 20;

/** What a node does that serves only: it tells the workers that something was committed. */
export function announceCommits(kernel: OpenKernel): Work {
  const timers = new Map<string, NodeJS.Timeout>();
  const announce = (province: string) => {
    timers.delete(province);
    kernel.registry.bus.send({ topic: 'committed', province });
  };
  kernel.onCommitted(({ id }) => {
    if (!timers.has(id)) timers.set(id, setTimeout(announce, gatherMs, id));
  });
  return {
    async stop() {
      for (const [province, timer] of timers) {
        clearTimeout(timer);
        announce(province);
      }
    },
  };
}

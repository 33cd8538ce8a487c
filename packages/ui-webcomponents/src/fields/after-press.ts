/** A press that opens a list of the system ends where no page hears of it. */
const longestPressMs = 1_000;

/**
 * Does the work at once, or, while something is pressed, when that has been let go: a message that appears as a field is left
 * moves what stands below it, and the press that left the field would miss what it was meant for.
 */
export function afterPress(work: () => void): void {
  if (!globalThis.document?.documentElement.matches(':active')) return work();
  const over = new AbortController();
  const end = () => {
    if (over.signal.aborted) return;
    over.abort();
    // The click comes after the release, before anything that waits.
    setTimeout(work);
  };
  for (const release of ['pointerup', 'pointercancel', 'dragend']) addEventListener(release, end, { capture: true, signal: over.signal });
  setTimeout(end, longestPressMs);
}

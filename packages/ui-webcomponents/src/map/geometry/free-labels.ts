export interface Label {
  readonly text: string;
  /** Middle of the text, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** So far up or down it may stand as well, the dearest first; by default where it is. */
  readonly shifts?: readonly number[];
}

/** What no name may cover, nor be covered by: its middle and its size in pixels. */
export interface Taken {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Those names that can stand, where they can stand, without touching one that came before them or what is taken. */
export function freeLabels<Some extends Label>(labels: readonly Some[], taken: readonly Taken[] = [], height = 18, gap = 6): Some[] {
  const kept: Some[] = [];
  const clear = (label: Some): boolean =>
    kept.every((other) => Math.abs(other.x - label.x) > (other.width + label.width) / 2 + gap || Math.abs(other.y - label.y) > height + gap) &&
    taken.every(({ x, y, size }) => Math.abs(x - label.x) > (size + label.width) / 2 || Math.abs(y - label.y) > (size + height) / 2);
  for (const label of labels) {
    const free = (label.shifts ?? [0]).map((shift) => ({ ...label, y: label.y + shift })).find(clear);
    if (free !== undefined) kept.push(free);
  }
  return kept;
}

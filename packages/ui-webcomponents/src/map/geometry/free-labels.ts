export interface Label {
  readonly text: string;
  /** Middle of the text, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Those names that can stand without touching one that came before them. */
export function freeLabels<Some extends Label>(labels: readonly Some[], height = 18, gap = 6): Some[] {
  const kept: Some[] = [];
  for (const label of labels) {
    const free = kept.every((other) => Math.abs(other.x - label.x) > (other.width + label.width) / 2 + gap || Math.abs(other.y - label.y) > height + gap);
    if (free) kept.push(label);
  }
  return kept;
}

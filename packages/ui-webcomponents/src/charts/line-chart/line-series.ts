import type { Figure } from '../words.ts';

export interface LinePoint extends Figure {
  /** Counted before the period was over, or not yet confirmed. */
  readonly provisional?: boolean;
}

export interface LineSeries {
  readonly label: string;
  /** One for each period, in their order. */
  readonly points: readonly LinePoint[];
}

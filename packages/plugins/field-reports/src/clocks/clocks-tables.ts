import type { Generated } from 'kysely';
import type { Channel } from '../intake/channels.ts';
import type { Flow, Priority } from '../tables.ts';
import type { ClockKind } from './clocks.ts';

export interface ClocksTables {
  limits: {
    id: Generated<number>;
    position: number;
    category: string | null;
    channel: Channel | null;
    accept_hours: number | null;
    assign_hours: number | null;
    answer_days: number | null;
    answer_hours: number | null;
    valid_from: string;
    priority: Priority | null;
    handle_days: number | null;
    handle_hours: number | null;
    coordinate_days: number | null;
    coordinate_hours: number | null;
    retired_at: Date | null;
  };
  /** Who is told so many hours after a due time: `$agency`, `$parent`, `$chairman`, or an agency. */
  ladder_rungs: { id: Generated<number>; position: number; told: string; after_hours: number };
  clocks: ClockRow;
  /** The ledger of pauses. */
  pauses: {
    id: string;
    report: string;
    reason: string;
    began_at: Date;
    ceiling_at: Date;
    ended_at: Date | null;
    ended_by: 'resumed' | 'ceiling' | 'move' | null;
  };
  extensions: {
    id: string;
    report: string;
    /** What the citizen reads once it is granted. */
    reason: string;
    photos: string[];
    promised_at: Date;
    state: Generated<'requested' | 'granted' | 'refused'>;
    requested_at: Date;
    decided_at: Date | null;
    refusal: string | null;
  };
  /** Orders (chỉ đạo) of the chairman's office about a report. */
  orders: {
    id: string;
    report: string;
    agency: string;
    instruction: string;
    given_at: Date;
    due_at: Date;
    completed_at: Date | null;
    result: string | null;
  };
  /** By agency: when its duty officer was last called, and what has come in since. */
  duty_pages: { agency: string; paged_at: Date; told: number; waiting: number; waiting_code: string | null };
}

/** One row a report and clock, as the reducer of clocks/clocks.ts has it; `look_at` is when the job looks again. */
export interface ClockRow {
  report: string;
  kind: ClockKind;
  /** The agency that coordinates, or the order; else empty. */
  part: string;
  agency: string | null;
  rule: number | null;
  flow: Flow;
  began_at: Date;
  runs_since: Date;
  warn_at: Date;
  due_at: Date;
  paused_at: Date | null;
  stopped_at: Date | null;
  in_time: boolean | null;
  warned_at: Date | null;
  rung: number;
  look_at: Date | null;
}

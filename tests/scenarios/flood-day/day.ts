import type { Caller, ProvinceSite } from './province.ts';
import { huongTra, type Planned } from './reports-of-the-day.ts';
import type { Time } from './time.ts';

/** One of the day's reports: what was sent, and what its sender was told. */
export interface Sent extends Planned {
  readonly code: string;
  /** The secret of its reporter; none where it came by a message. */
  readonly followUp: string | undefined;
  readonly dueAt: string;
}

/** The flood day as it goes on: who works, what was sent, and what it should have come to by now. */
export interface FloodDay {
  readonly site: ProvinceSite;
  readonly time: Time;
  /** The mark that all reports of this day carry. */
  readonly mark: string;
  readonly began: Date;
  readonly staff: Staff;
  readonly sent: Sent[];
  /** The state in which each report should be, by its code. */
  readonly states: Map<string, string>;
  /** Codes that a part of the story has for itself. */
  readonly taken: Set<string>;
  /** What should have been counted by now. */
  readonly counted: Counted;
  /** Tells a line of the story. */
  tell(line: string): void;
}

export interface Staff {
  readonly admin: Caller;
  readonly dispatcher: Caller;
  /** Of the department of construction. */
  readonly officer: Caller;
  /** Of the ward of Hương Trà on this day, its leader too. */
  readonly commune: Caller;
  /** Of the chairman's office. */
  readonly chairman: Caller;
  readonly agent: Caller;
  /** A citizen with an account. */
  readonly citizen: Caller;
}

export interface Counted {
  answered: number;
  answeredOnTime: number;
  reopened: number;
  rated: number;
  satisfied: number;
  accepting: number;
  /** By people whose report is part of another one, or who added a voice; not among `rated`. */
  voiceRated: number;
  refusedBy: Map<string, number>;
}

/** Those of a kind that nobody has touched yet, so many of them. */
export function untouched(day: FloodDay, category: string, count: number, channel: Sent['channel'] = 'web'): Sent[] {
  const free = (one: Sent) => one.category === category && one.channel === channel && one.commune === huongTra && !day.taken.has(one.code);
  const found = day.sent.filter(free).slice(0, count);
  for (const { code } of found) day.taken.add(code);
  return found;
}

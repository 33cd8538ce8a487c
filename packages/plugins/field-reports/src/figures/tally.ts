import { type Counter, type Counts, addCounts, bucketsOf, type Duration } from './counters.ts';
import { bucketOf, hourBounds } from './histogram.ts';
import { dayOf } from './period.ts';
import { dueOf, isOpen, type ReportFacts } from './report-facts.ts';

const minuteMs = 60_000;
const publishedMs = 86_400_000;

/** What one report adds to the figures of a day, and whose agency's they are where not its present owner's. */
export interface Tally {
  readonly day: string;
  readonly agency: string | undefined;
  readonly counts: Counts;
}

/**
 * All that one report adds to the figures: the one place that says what counts, and on which day. A change of what is
 * known takes the former tally away and adds the new one, so that late events and corrections come out right.
 */
export function tallyOf(facts: ReportFacts): Tally[] {
  const days = new Map<string, { day: string; agency: string | undefined; counts: Record<string, number> }>();
  const add = (at: number, counts: Counts, agency: string | undefined = facts.agency) => {
    const day = dayOf(new Date(at));
    const key = `${day} ${agency ?? ''}`;
    if (!days.has(key)) days.set(key, { day, agency, counts: {} });
    addCounts(days.get(key)!.counts, counts);
  };

  add(facts.submittedAt, {
    submitted: 1,
    ...((facts.media ?? 0) > 0 && { with_media: 1 }),
    ...(facts.commune !== undefined && { located: 1 }),
    ...(facts.acceptedAt !== undefined && { accepted_since: 1 }),
    ...(facts.mergedAt !== undefined && { merged_since: 1 }),
  });
  if (facts.acceptedAt !== undefined) add(facts.acceptedAt, { accepted: 1, ...lasted('accept', minutesBetween(facts.submittedAt, facts.acceptedAt)) });
  if (facts.firstAssignedAt !== undefined && facts.acceptedAt !== undefined) {
    add(facts.firstAssignedAt, lasted('assign', minutesBetween(facts.acceptedAt, facts.firstAssignedAt)));
  }
  if (facts.rejectedAt !== undefined) add(facts.rejectedAt, { rejected: 1 });
  for (const { at, onTime, agency } of facts.answers ?? []) add(at, { answered: 1, ...(onTime && { answered_on_time: 1 }) }, agency);
  for (const { at } of facts.reopenings ?? []) add(at, { reopened: 1 });
  for (const { at, agency } of facts.refusals ?? []) add(at, { refused: 1 }, agency || undefined);
  if (facts.rating !== undefined) {
    const { at, given } = facts.rating;
    add(at, { rated: 1, ...(given === 'satisfied' && { satisfied: 1 }), ...(given === 'accepted' && { accepting: 1 }) });
  }
  addClosing(facts, add);
  addDue(facts, add);
  addStock(facts, add);
  return [...days.values()];
}

type Add = (at: number, counts: Counts) => void;

function addClosing(facts: ReportFacts, add: Add): void {
  const { firstClosedAt, lastClosedAt, closeMinutes } = facts;
  if (firstClosedAt === undefined) return;
  const answered = facts.answers?.[0]?.at;
  const publishable = facts.publishable === true;
  add(firstClosedAt, {
    closed: 1,
    ...((facts.extensions ?? 0) > 0 && { closed_extended: 1 }),
    ...((facts.agencyChanges ?? 0) >= 2 && { closed_bounced: 1 }),
    ...(facts.reopenings?.some(({ counts }) => counts) && { closed_reopened: 1 }),
    ...(facts.rating !== undefined && { closed_rated: 1 }),
    ...(publishable && { closed_publishable: 1 }),
    // An answer is public the moment it is given, where the report is.
    ...(publishable && facts.public === true && answered !== undefined && answered <= firstClosedAt + publishedMs && { closed_published: 1 }),
  });
  // One that was reopened is not done: it counts again when it is closed again.
  if (isOpen(facts) || lastClosedAt === undefined || lastClosedAt < (facts.reopenings?.at(-1)?.at ?? 0)) return;
  if (closeMinutes !== undefined) add(lastClosedAt, lasted('close', closeMinutes));
}

/** Due in the period: met where it was settled by then. A report that came to nothing owes nobody an answer. */
function addDue(facts: ReportFacts, add: Add): void {
  const dueAt = dueOf(facts);
  if (dueAt === undefined || owesNothing(facts)) return;
  const met = isMet(facts, dueAt);
  add(dueAt, { due: 1, ...(met && { due_met: 1 }), ...(met && facts.rating?.given !== 'dissatisfied' && { due_content: 1 }) });
}

/** Rejected, withdrawn or merged: over without an answer. */
function owesNothing(facts: ReportFacts): boolean {
  return !isOpen(facts) && (facts.mergedAt !== undefined || (facts.answers ?? []).length === 0);
}

/** The clock stops with the answer that stands, for what is due is the answer; a reopening sets it going again. */
function isMet(facts: ReportFacts, dueAt: number): boolean {
  const settled = facts.open.at(-1)?.to;
  return settled !== undefined && settled <= dueAt;
}

/** What is open and late at the end of a day is the sum of what began until then, less what was over by then. */
function addStock(facts: ReportFacts, add: Add): void {
  const dueAt = dueOf(facts);
  for (const { from, to } of facts.open) {
    add(from, { opened: 1 });
    if (to !== undefined) add(to, { ended: 1 });
    if (dueAt === undefined) continue;
    const late = Math.max(from, dueAt);
    if (to !== undefined && to <= late) continue;
    add(late, { late_begun: 1 });
    if (to !== undefined) add(to, { late_ended: 1 });
  }
}

const minutesBetween = (from: number, to: number) => Math.max(0, Math.round((to - from) / minuteMs));

function lasted(duration: Duration, minutes: number): Counts {
  const bucket: Counter = bucketsOf(duration)[bucketOf(hourBounds, minutes / 60)]!;
  return { [`${duration}_minutes`]: minutes, [bucket]: 1 };
}

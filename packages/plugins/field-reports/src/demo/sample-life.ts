import type { WorkingCalendar } from '@tinhthong/core';
import type { ReportState } from '../handling/report-states.ts';
import type { Rating } from '../tables.ts';
import { dayMs, hourMs, localTime } from './local-time.ts';
import type { Random } from './random.ts';

/** What can happen to a sample report after it was submitted. */
export type Step = Exclude<ReportState, 'submitted' | 'merged'>;

export interface Life {
  /** All that will happen, also after the sample's last moment. */
  steps: { to: Step; at: Date }[];
  late: boolean;
  /** The answer promises work instead of reporting it. */
  planned: boolean;
  rating: Rating | null;
}

export interface LifeInput {
  submittedAt: Date;
  due: Date;
  until: Date;
  calendar: WorkingCalendar;
  byPhone: boolean;
  atOnce: boolean;
}

const rates = { withdrawn: 0.01, rejected: 0.04, late: 0.1, lateWhenRecent: 0.3, planned: 0.08, reopened: 0.022, rated: 0.5 };

/** Staff catch up with what is old; among what is new they are behind. */
const recentMs = 14 * dayMs;

/** What becomes of a report. */
export function sampleLife(input: LifeInput, random: Random): Life {
  const { submittedAt, calendar } = input;
  const after = moments(input);
  const unanswered = { late: false, planned: false, rating: null };

  const recent = input.until.getTime() - submittedAt.getTime() < recentMs;
  const late = random.chance(recent ? rates.lateWhenRecent : rates.late);
  const handling = late ? random.between(1.1, 2.4) : random.between(0.1, 0.94);
  // On the hotline the agent who hears the report has accepted it.
  const waiting = recent ? random.between(0.02, 0.16) : Math.min(0.06, handling * random.between(0.02, 0.1));
  const acceptedAt = input.byPhone ? new Date(submittedAt.getTime() + random.whole(90, 600) * 1000) : after(waiting);

  if (random.chance(rates.withdrawn)) {
    return { ...unanswered, steps: [{ to: 'withdrawn', at: new Date(submittedAt.getTime() + random.whole(300, 3000) * 1000) }] };
  }
  if (random.chance(rates.rejected)) {
    const rejected = { to: 'rejected' as const, at: later(acceptedAt, after(random.between(0.1, 0.4))) };
    return { ...unanswered, steps: random.chance(0.5) ? [rejected] : [{ to: 'accepted', at: acceptedAt }, rejected] };
  }

  const assignedAt = later(acceptedAt, after(waiting + Math.min(0.06, handling * random.between(0.05, 0.15))));
  const startedAt = later(assignedAt, after(handling * random.between(0.25, 0.7)));
  const answeredAt = later(startedAt, after(handling));
  const planned = !input.atOnce && random.chance(rates.planned);
  const steps: Life['steps'] = [
    { to: 'accepted', at: acceptedAt },
    { to: 'assigned', at: assignedAt },
    { to: 'in-progress', at: startedAt },
    { to: 'answered', at: answeredAt },
  ];

  let lastAnswer = answeredAt;
  if (random.chance(rates.reopened)) {
    if (random.chance(0.6)) steps.push({ to: 'closed', at: byDay(answeredAt, random.between(5, 60), random) });
    const reopenedAt = byDay(steps.at(-1)?.at ?? answeredAt, random.between(20, 200), random);
    const restartedAt = calendar.addWorkingHours(reopenedAt, random.between(0.5, 4));
    lastAnswer = calendar.addWorkingHours(restartedAt, random.between(5, 24));
    steps.push({ to: 'reopened', at: reopenedAt }, { to: 'in-progress', at: restartedAt }, { to: 'answered', at: lastAnswer });
  }

  const rating = random.chance(rates.rated) ? sampleRating({ late, planned }, random) : null;
  // A rating closes the report; without one it closes by itself after a week.
  steps.push({ to: 'closed', at: rating ? byDay(lastAnswer, random.between(0.5, 110), random) : new Date(lastAnswer.getTime() + 7 * dayMs) });
  return { steps, late, planned, rating };
}

/** The moment at which a share of the time until the due time has passed: in working time, or on the clock when the due time leaves none. */
function moments({ submittedAt, due, calendar }: LifeInput): (share: number) => Date {
  const working = calendar.workingMsBetween(submittedAt, due);
  if (working >= hourMs) return (share) => calendar.addWorkingHours(submittedAt, (working * share) / hourMs);
  return (share) => new Date(submittedAt.getTime() + (due.getTime() - submittedAt.getTime()) * share);
}

function sampleRating({ late, planned }: { late: boolean; planned: boolean }, random: Random): Rating {
  if (random.chance(planned ? 0.35 : late ? 0.2 : 0.055)) return 'dissatisfied';
  return random.chance(planned || late ? 0.45 : 0.72) ? 'satisfied' : 'accepted';
}

/** At least a few minutes after `earliest`. */
const later = (earliest: Date, at: Date): Date => new Date(Math.max(at.getTime(), earliest.getTime() + 4 * 60_000));

/** So many hours after, but not while the citizen sleeps. */
function byDay(from: Date, hours: number, random: Random): Date {
  const at = new Date(from.getTime() + Math.round(hours * 3600) * 1000);
  return localTime(at).hour < 6 ? new Date(at.getTime() + random.whole(7 * 3600, 12 * 3600) * 1000) : at;
}

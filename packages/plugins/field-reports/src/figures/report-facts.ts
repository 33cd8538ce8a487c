import type { LoggedEvent, WorkingCalendar } from '@tinhthong/core';
import type { Rating } from '../tables.ts';

/** Within so many days of the answer a reopening counts: the same for all provinces, whatever they allow. */
const reopeningDays = 15;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * What the figures need to know of one report, folded from its events alone: times as milliseconds, codes, no person.
 * Kept between batches as JSON; whatever is missing has not happened.
 */
export interface ReportFacts {
  readonly category: string;
  readonly commune?: string;
  /** The one owner: proposed by routing, then whoever it was last handed to. */
  readonly agency?: string;
  readonly submittedAt: number;
  /** Time of the latest event: one from before it comes late, and the report is folded anew. */
  readonly lastAt: number;
  readonly media?: number;
  /** Whether anybody may see it, and whether its category is one of those that are published: not always the same, once it is reclassified. */
  readonly public?: boolean;
  readonly publishable?: boolean;
  readonly dueAt?: number;
  /** While it is paused, nobody knows when it will be due. */
  readonly pausedAt?: number | undefined;
  readonly acceptedAt?: number;
  readonly firstAssignedAt?: number;
  readonly answers?: readonly { readonly at: number; readonly onTime: boolean; readonly agency?: string }[];
  readonly firstClosedAt?: number;
  readonly lastClosedAt?: number;
  /** Opening hours from acceptance to the last closing, in minutes. */
  readonly closeMinutes?: number;
  readonly reopenings?: readonly { readonly at: number; readonly counts: boolean }[];
  readonly extensions?: number;
  readonly agencyChanges?: number;
  readonly refusals?: readonly { readonly at: number; readonly agency: string }[];
  readonly rating?: { readonly at: number; readonly given: Rating };
  readonly rejectedAt?: number;
  readonly mergedAt?: number | undefined;
  /** When its agency owed an answer, and until when; the last may still go on. */
  readonly open: readonly { readonly from: number; readonly to?: number }[];
}

interface Given {
  readonly category?: string;
  readonly commune?: string;
  readonly agency?: string;
  readonly dueAt?: string;
  readonly clocks?: { readonly due: readonly { readonly kind: string; readonly at: string }[] };
  readonly media?: number;
  readonly public?: boolean;
  readonly publishable?: boolean;
  readonly onTime?: boolean;
  readonly rating?: Rating;
  readonly from?: string;
  readonly to?: string;
  readonly photos?: number;
  readonly by?: string;
  readonly state?: string;
}

type Reducer = (facts: ReportFacts, at: number, data: Given, calendar: WorkingCalendar) => Partial<ReportFacts>;

const begin = ({ open }: ReportFacts, from: number): Pick<ReportFacts, 'open'> => (isOpen({ open }) ? { open } : { open: [...open, { from }] });
const end = ({ open }: ReportFacts, to: number): Pick<ReportFacts, 'open'> => ({ open: open.map((span) => (span.to === undefined ? { ...span, to } : span)) });
export const isOpen = ({ open }: Pick<ReportFacts, 'open'>): boolean => open.some(({ to }) => to === undefined);
/** When it is due; unknown where no event has told it, and while its clock stands still. */
export const dueOf = ({ dueAt, pausedAt, open }: ReportFacts): number | undefined => (pausedAt !== undefined && isOpen({ open }) ? undefined : dueAt);

/** By event, what it changes. Category and due time are taken from whatever event names them: also where a pause ends or a new rule applies. */
const reducers: Readonly<Record<string, Reducer>> = {
  'report.submitted': (_, at, { commune, agency, media, public: shown }) => ({
    submittedAt: at,
    open: [{ from: at }],
    ...(commune && { commune }),
    ...(agency && { agency }),
    ...(media !== undefined && { media }),
    ...(shown !== undefined && { public: shown, publishable: shown }),
  }),
  'report.accepted': (facts, at) => ({ acceptedAt: facts.acceptedAt ?? at }),
  'report.rejected': (facts, at) => ({ rejectedAt: at, ...end(facts, at) }),
  'report.withdrawn': (facts, at) => end(facts, at),
  'report.assigned': (facts, at, { agency }) => ({ firstAssignedAt: facts.firstAssignedAt ?? at, ...handed(facts, agency), ...begin(facts, at) }),
  'report.refused': (facts, at, { from, to }) => ({ refusals: [...(facts.refusals ?? []), { at, agency: from ?? facts.agency ?? '' }], ...handed(facts, to), ...begin(facts, at) }),
  'report.extended': (facts) => ({ extensions: (facts.extensions ?? 0) + 1 }),
  'report.answered': (facts, at, { onTime }) => ({
    answers: [...(facts.answers ?? []), { at, onTime: onTime ?? true, ...(facts.agency && { agency: facts.agency }) }],
    ...end(facts, at),
  }),
  'report.closed': (facts, at, _, calendar) => ({
    firstClosedAt: facts.firstClosedAt ?? at,
    lastClosedAt: at,
    ...(facts.acceptedAt !== undefined && { closeMinutes: Math.round(calendar.workingMsBetween(new Date(facts.acceptedAt), new Date(at)) / minuteMs) }),
    ...end(facts, at),
  }),
  'report.reopened': (facts, at, { agency }) => ({
    reopenings: [...(facts.reopenings ?? []), { at, counts: at - (facts.answers?.at(-1)?.at ?? at) <= reopeningDays * dayMs }],
    ...handed(facts, agency),
    ...begin(facts, at),
  }),
  // What voices think is shown apart.
  'report.rated': (_, at, { rating, by }) => (rating === undefined || by === 'voice' ? {} : { rating: { at, given: rating } }),
  'report.supplemented': (facts, _, { photos }) => ({ media: (facts.media ?? 0) + (photos ?? 0) }),
  'video.received': (facts, _, { state }) => (state === 'refused' ? {} : { media: (facts.media ?? 0) + 1 }),
  'report.merged': (facts, at) => ({ mergedAt: at, ...end(facts, at) }),
  // Only what was open is ever merged, also what was open again.
  'report.unmerged': (facts, at) => ({ mergedAt: undefined, ...begin(facts, at) }),
  'report.reclassified': (facts, _, { agency, public: shown, publishable }) => ({
    ...handed(facts, agency),
    ...(shown !== undefined && { public: shown }),
    ...(publishable !== undefined && { publishable }),
  }),
  // As with the clock itself: what is late already is not stopped any more.
  'report.paused': (facts, at) => (facts.dueAt !== undefined && at >= facts.dueAt ? {} : { pausedAt: at }),
  'report.resumed': () => ({ pausedAt: undefined }),
};

/** The events that the figures are folded from, as far as the module publishes them. */
export const factTypes: readonly string[] = Object.keys(reducers);

/** What is known of a report after one more of its events. An event of a report that the log never began with is nothing. */
export function factsAfter(facts: ReportFacts | undefined, { type, at, data }: Pick<LoggedEvent, 'type' | 'at' | 'data'>, calendar: WorkingCalendar): ReportFacts | undefined {
  const given = (data ?? {}) as Given;
  const reducer = reducers[type];
  if (reducer === undefined || (facts === undefined && type !== 'report.submitted')) return facts;
  const before = facts ?? { category: given.category ?? '', submittedAt: at.getTime(), lastAt: at.getTime(), open: [] };
  // Reassigning resets no clock: the due time that it repeats may be the one of before a pause.
  const repeated = type === 'report.assigned' && before.dueAt !== undefined ? undefined : given.dueAt;
  const due = Date.parse(given.clocks?.due.find(({ kind }) => kind === 'whole')?.at ?? repeated ?? '');
  return {
    ...before,
    lastAt: Math.max(before.lastAt, at.getTime()),
    ...(given.category !== undefined && { category: given.category }),
    ...(!Number.isNaN(due) && { dueAt: due }),
    ...reducer(before, at.getTime(), given, calendar),
  };
}

/** A first owner is no change of owner. */
function handed(facts: ReportFacts, agency: string | undefined): Partial<ReportFacts> {
  if (agency === undefined) return {};
  const moved = facts.firstAssignedAt !== undefined && facts.agency !== undefined && facts.agency !== agency;
  return { agency, ...(moved && { agencyChanges: (facts.agencyChanges ?? 0) + 1 }) };
}

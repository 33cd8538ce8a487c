import { longDate, shortDate } from './local-time.ts';
import type { Random } from './random.ts';
import type { Life, Step } from './sample-life.ts';
import type { Spot } from './sample-spot.ts';
import type { CaseTexts, CategoryTexts, Template } from './texts/category-texts.ts';
import {
  acceptedNotes,
  answerClosings,
  answerOpenings,
  assignedNotes,
  lateApologies,
  progressNotes,
  rejectedNotes,
  reopenedReasons,
  withdrawnReasons,
} from './texts/shared-phrases.ts';
import { sentence, type Slots, write } from './write-text.ts';

export interface Move {
  to: Step;
  at: Date;
  /** What staff wrote to the citizen; on `reopened` and `withdrawn`, the citizen's reason. */
  note: string | null;
}

export interface Handling {
  category: CategoryTexts;
  case: CaseTexts;
  spot: Spot;
  /** "phường Thuận Hóa" */
  commune: string;
  pronoun: string;
  life: Life;
}

/** How often a step says something. */
const noteShares: Readonly<Record<Step, number>> = {
  accepted: 0.5,
  assigned: 0.5,
  'in-progress': 0.35,
  answered: 1,
  closed: 0,
  rejected: 1,
  reopened: 1,
  withdrawn: 0.7,
};

/** The steps of a report's life with what was written at each. */
export function withNotes(handling: Handling, random: Random): Move[] {
  const { life, spot, commune, pronoun } = handling;
  const team = write(random.pick(handling.category.team), { commune, area: spot.area }, random);
  let handledSince = life.steps[0]?.at ?? new Date(0);

  return life.steps.map(({ to, at }) => {
    if (to === 'in-progress') handledSince = at;
    const slots = {
      team,
      commune,
      area: spot.area,
      place: spot.place,
      date: longDate(at),
      day: shortDate(handledSince),
      i: pronoun,
      n: () => String(random.whole(3, 9)),
    };
    return { to, at, note: random.chance(noteShares[to]) ? noteOf(to, handling, slots, random) : null };
  });
}

function noteOf(to: Step, { life, category, case: kind }: Handling, slots: Slots, random: Random): string | null {
  const say = (...choices: (readonly Template[])[]) => write(choices.map((templates) => random.pick(templates)).join(' '), slots, random);
  switch (to) {
    case 'accepted':
      return sentence(say(acceptedNotes));
    case 'assigned':
      return sentence(say(assignedNotes));
    case 'in-progress':
      return sentence(say(progressNotes));
    case 'rejected':
      return sentence(say([...rejectedNotes, ...(category.rejected ?? [])]));
    case 'reopened':
      return sentence(say(reopenedReasons));
    case 'withdrawn':
      return sentence(say(withdrawnReasons));
    case 'closed':
      return null;
    case 'answered': {
      const body = say(answerOpenings, life.planned ? (kind.planned ?? category.planned) : kind.done);
      const apology = life.late && random.chance(0.6) ? say(lateApologies) : '';
      return [body, apology, say(answerClosings)]
        .filter((part) => part !== '')
        .map(sentence)
        .join(' ');
    }
  }
}

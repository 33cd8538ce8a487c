/** How good guesses were: of one model on the newest reports, or of a month of suggestions. Counts, so that they can be added up. */
export interface Guess {
  /** What it really was. */
  readonly truth: string;
  /** What was guessed, and how surely. */
  readonly guessed: string;
  readonly confidence: number;
}

export interface Accuracy {
  readonly reports: number;
  /** Guessed right, whatever the confidence. */
  readonly right: number;
  /** Said at all: confidence at the threshold or above. */
  readonly said: number;
  readonly saidRight: number;
  /** Mean distance between confidence and the share that was right, over ten steps of confidence: 0 is honest. */
  readonly calibrationError: number;
  readonly byClass: Readonly<Record<string, ClassAccuracy>>;
}

export interface ClassAccuracy {
  readonly reports: number;
  /** Guessed to be of this class. */
  readonly guessed: number;
  readonly right: number;
}

const steps = 10;

export function measureGuesses(guesses: readonly Guess[], threshold: number): Accuracy {
  const byClass: Record<string, { reports: number; guessed: number; right: number }> = {};
  const of = (name: string) => (byClass[name] ??= { reports: 0, guessed: 0, right: 0 });
  const sums = Array.from({ length: steps }, () => ({ count: 0, confidence: 0, right: 0 }));
  const total = { right: 0, said: 0, saidRight: 0 };
  for (const { truth, guessed, confidence } of guesses) {
    const right = Number(truth === guessed);
    const said = Number(confidence >= threshold);
    total.right += right;
    total.said += said;
    total.saidRight += said * right;
    of(truth).reports += 1;
    of(guessed).guessed += 1;
    of(guessed).right += right;
    const sum = sums[Math.min(steps - 1, Math.floor(confidence * steps))]!;
    sum.count += 1;
    sum.confidence += confidence;
    sum.right += right;
  }
  const distance = sums.reduce((all, { confidence, right }) => all + Math.abs(confidence - right), 0);
  return { reports: guesses.length, ...total, calibrationError: guesses.length === 0 ? 0 : distance / guesses.length, byClass };
}

/** Of those guessed to be of the class, how many were; null where nothing was. */
export const precisionOf = ({ guessed, right }: ClassAccuracy): number | null => (guessed === 0 ? null : right / guessed);
/** Of those of the class, how many were guessed so. */
export const recallOf = ({ reports, right }: ClassAccuracy): number | null => (reports === 0 ? null : right / reports);

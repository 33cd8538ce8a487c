import type { Text } from '../../plugin/text.ts';

/** One thing that is wrong with a plugin, said so that somebody who never saw the contract can mend it. */
export interface Fault {
  /** A place in the plugin: `routes GET /toilets`, `migrations.0002-ratings`, `src/plugin.ts`. */
  readonly where: string;
  readonly what: Text;
  readonly mend: Text;
}

/** One promise of the contract, and how it is tried. */
export interface Check<Subject> {
  readonly id: string;
  readonly title: Text;
  /** What goes wrong in a province where the promise is broken. */
  readonly why: Text;
  run(subject: Subject): readonly Fault[] | Promise<readonly Fault[]>;
}

type Pair = readonly [vi: string, en: string];

export const both = ([vi, en]: Pair): Text => ({ vi, en });

export function fault(where: string, what: Pair, mend: Pair): Fault {
  return { where, what: both(what), mend: both(mend) };
}

/** Of many lines `GET /x: …` the first about each operation: what is wrong once is wrong in every row. */
export function oneOfEach(lines: readonly string[]): string[] {
  return [...Map.groupBy(lines, (line) => line.split(': ')[0]).values()].map(([first]) => first!);
}

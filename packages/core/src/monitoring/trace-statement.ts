import { inSpan, isTraced } from './tracing.ts';

const longestText = 2_000;

/**
 * Runs a statement as a span within the one that runs now, with its text and never its values. Where nothing was bound the values may
 * stand in the text itself (`create role … password …`): then its first word is all that is told.
 */
export function inStatementSpan<T>(text: string, values: readonly unknown[] | undefined, run: () => Promise<T>): Promise<T> {
  // The relay and the sealer look for work many times a minute: of that alone nobody asked to hear.
  if (!isTraced()) return run();
  const verb = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'statement';
  const shown = values === undefined || values.length === 0 ? undefined : text.trim().slice(0, longestText);
  return inSpan(verb, { kind: 'client', about: { 'db.system.name': 'postgresql', 'db.operation.name': verb, 'db.query.text': shown } }, run);
}

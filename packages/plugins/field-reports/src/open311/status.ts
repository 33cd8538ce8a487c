import { openStates, type ReportState } from '../handling/report-states.ts';

/** Open: an agency still owes the citizen something. With its answer a request is closed; reopened, it is open again. */
export type Status = 'open' | 'closed';

export const statuses: readonly Status[] = ['open', 'closed'];

export function statusOf(state: ReportState): Status {
  return openStates.includes(state) ? 'open' : 'closed';
}

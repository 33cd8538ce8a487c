import type { Say } from '@tinhthong/core';
import type { Drawing } from '@tinhthong/ui-webcomponents/icon';
import { drawings } from '@tinhthong/ui-webcomponents/icon';
import { status, type Tone } from '@tinhthong/ui-webcomponents/status';
import type { TemplateResult } from 'lit';
import { stateWords } from '../src/pages/words.ts';
import type { ReportState } from './api.gen.ts';

const drawn: Readonly<Record<ReportState, Drawing>> = {
  submitted: drawings.submitted,
  accepted: drawings.accepted,
  assigned: drawings.assigned,
  'in-progress': drawings.inProgress,
  answered: drawings.answered,
  closed: drawings.done,
  rejected: drawings.rejected,
  merged: drawings.merged,
  reopened: drawings.reopened,
  withdrawn: drawings.withdrawn,
};

/** A state in the words and the drawing of the province's pages. */
export function stateChip(say: Say, state: ReportState): TemplateResult {
  const { tone } = stateWords[state];
  return status(say(stateWords[state]), { drawing: drawn[state], ...(tone !== '' && { tone: tone as Tone }) });
}

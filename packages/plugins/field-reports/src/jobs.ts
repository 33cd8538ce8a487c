import type { Job } from '@tinhthong/core';
import { dropUnconfirmed } from './after-answer/drop-unconfirmed.ts';
import { tellFollowers } from './after-answer/tell-followers.ts';
import { tellNews } from './after-answer/tell-news.ts';
import { importLines } from './bulk-csv/import-lines.ts';
import { endPauses } from './clocks/end-pauses.ts';
import { pageAgain } from './clocks/page-again.ts';
import { warnLate } from './clocks/warn-late.ts';
import { tellMerged } from './duplicates/tell-merged.ts';
import { findNewHotSpots, keepHotSpots, renewHotSpots } from './figures/keep-hot-spots.ts';
import { publishFigures } from './figures/publish-figures.ts';
import { sendDigest } from './figures/send-digest.ts';
import { tellAgency, tellCommune } from './handling/tell-agency.ts';
import { clearIntake } from './intake/clear-intake.ts';
import { takeIn } from './intake/take-in.ts';
import { dropLooseEvidence } from './media/drop-loose-evidence.ts';
import { dropUnfinishedVideos } from './media/drop-unfinished-videos.ts';
import { prepareVideo } from './media/prepare-video.ts';
import type { FieldReports } from './module.ts';
import { settleSuggestions } from './suggestions/settle-suggestions.ts';
import { suggestForReports } from './suggestions/suggest-for-reports.ts';
import { trainSuggestions } from './suggestions/train-suggestions.ts';

/** The work that goes on behind the requests: set off by an event, by a use case, or by the clock. */
export const jobs = {
  'take-in': takeIn,
  'import-lines': importLines,
  'prepare-video': prepareVideo,

  'tell-agency': tellAgency,
  'tell-commune': tellCommune,
  'tell-followers': tellFollowers,
  'tell-merged': tellMerged,
  'tell-news': tellNews,

  'warn-late': warnLate,
  'end-pauses': endPauses,
  'page-again': pageAgain,

  'suggest-for-reports': suggestForReports,
  'settle-suggestions': settleSuggestions,
  'train-suggestions': trainSuggestions,

  'keep-hot-spots': keepHotSpots,
  'find-new-hot-spots': findNewHotSpots,
  'renew-hot-spots': renewHotSpots,
  'publish-figures': publishFigures,
  'send-digest': sendDigest,

  'clear-intake': clearIntake,
  'drop-unconfirmed': dropUnconfirmed,
  'drop-unfinished-videos': dropUnfinishedVideos,
  'drop-loose-evidence': dropLooseEvidence,
} satisfies Record<string, Job<FieldReports>>;

/** What each event sets off. */
export const consumes = {
  'report.submitted': ['tell-agency', 'tell-commune', 'suggest-for-reports'],
  'report.accepted': ['tell-followers', 'tell-merged'],
  'report.assigned': ['settle-suggestions'],
  'report.reclassified': ['keep-hot-spots'],
  'report.answered': ['tell-followers', 'tell-merged'],
  'report.closed': ['tell-followers', 'tell-merged', 'settle-suggestions'],
  'report.reopened': ['tell-followers', 'tell-merged'],
  'report.rejected': ['settle-suggestions'],
  'report.withdrawn': ['settle-suggestions'],
  'report.merged': ['tell-merged', 'settle-suggestions'],
};

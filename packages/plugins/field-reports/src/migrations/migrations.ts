import * as reports from './0001-reports.ts';
import * as clocks from './0002-clocks.ts';
import * as routing from './0003-routing.ts';
import * as duplicates from './0004-duplicates.ts';
import * as intake from './0005-intake.ts';
import * as media from './0006-media.ts';
import * as privacy from './0007-privacy.ts';
import * as suggestions from './0008-suggestions.ts';
import * as afterAnswer from './0009-after-answer.ts';
import * as figures from './0010-figures.ts';
import * as open311 from './0011-open311.ts';
import * as dutyPages from './0012-duty-pages.ts';

/** In the order in which they were made: a new one goes to the end. */
export const migrations = {
  '0001-reports': reports,
  '0002-clocks': clocks,
  '0003-routing': routing,
  '0004-duplicates': duplicates,
  '0005-intake': intake,
  '0006-media': media,
  '0007-privacy': privacy,
  '0008-suggestions': suggestions,
  '0009-after-answer': afterAnswer,
  '0010-figures': figures,
  '0011-open311': open311,
  '0012-duty-pages': dutyPages,
};

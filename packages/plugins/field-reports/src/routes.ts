import { afterAnswerRoutes } from './after-answer/after-answer-routes.ts';
import { bulkCsvRoutes } from './bulk-csv/bulk-csv-routes.ts';
import { clocksRoutes } from './clocks/clocks-routes.ts';
import { duplicatesRoutes } from './duplicates/duplicates-routes.ts';
import { figuresRoutes } from './figures/figures-routes.ts';
import { handlingRoutes } from './handling/handling-routes.ts';
import { intakeRoutes } from './intake/intake-routes.ts';
import { privacyRoutes } from './privacy/privacy-routes.ts';
import { readingRoutes } from './reading/reading-routes.ts';
import { routingRoutes } from './routing/routing-routes.ts';
import { suggestionRoutes } from './suggestions/suggestion-routes.ts';

/** The API, an area after the other, as its document shows it. */
export const routes = [
  ...intakeRoutes,
  ...bulkCsvRoutes,
  ...duplicatesRoutes,
  ...clocksRoutes,
  ...readingRoutes,
  ...handlingRoutes,
  ...routingRoutes,
  ...afterAnswerRoutes,
  ...privacyRoutes,
  ...figuresRoutes,
  ...suggestionRoutes,
];

import { contribute } from './contribute.ts';
import { listContributions } from './list-contributions.ts';
import { readRouting } from './read-routing.ts';
import { refuseReport } from './refuse-report.ts';
import { replaceRoutingRoute } from './replace-routing.ts';
import { replayRouting } from './replay-routing.ts';

export const routingRoutes = [readRouting, replaceRoutingRoute, replayRouting, refuseReport, contribute, listContributions];

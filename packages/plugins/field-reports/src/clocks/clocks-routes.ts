import { changeLimits } from './change-limits.ts';
import { completeOrder } from './complete-order.ts';
import { decideExtension } from './decide-extension.ts';
import { giveOrder } from './give-order.ts';
import { listOrders } from './list-orders.ts';
import { pauseReport } from './pause-report.ts';
import { readClocks } from './read-clocks.ts';
import { readLimits } from './read-limits.ts';
import { reclassifyReport } from './reclassify-report.ts';
import { requestExtension } from './request-extension.ts';
import { resumeReport } from './resume-report.ts';

export const clocksRoutes = [
  readClocks, reclassifyReport, pauseReport, resumeReport, requestExtension, decideExtension, giveOrder, listOrders, completeOrder, readLimits, changeLimits,
];

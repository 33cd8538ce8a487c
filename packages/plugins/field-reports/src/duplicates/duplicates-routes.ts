import { joinReport } from './join-report.ts';
import { leaveReport } from './leave-report.ts';
import { mergeReport } from './merge-report.ts';
import { findSimilarRoute } from './similar-route.ts';
import { unmergeReport } from './unmerge-report.ts';

export const duplicatesRoutes = [findSimilarRoute, joinReport, leaveReport, mergeReport, unmergeReport];

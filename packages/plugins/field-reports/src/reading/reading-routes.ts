import { listReports } from './list-reports.ts';
import { readReport } from './read-report.ts';
import { listInbox } from './list-inbox.ts';
import { readInboxReport } from './read-inbox-report.ts';

export const readingRoutes = [listReports, readReport, listInbox, readInboxReport];

import { exportReports } from './export-reports.ts';
import { listRefused } from './list-refused.ts';
import { readImport } from './read-import.ts';
import { runImport } from './run-import.ts';
import { startImport } from './start-import.ts';

export const bulkCsvRoutes = [exportReports, startImport, readImport, runImport, listRefused];

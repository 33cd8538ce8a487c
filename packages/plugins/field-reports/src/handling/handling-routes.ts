import { acceptReport } from './accept-report.ts';
import { rejectReport } from './reject-report.ts';
import { withdrawReport } from './withdraw-report.ts';
import { assignReport } from './assign-report.ts';
import { startReport } from './start-report.ts';
import { answerReport } from './answer-report.ts';
import { closeReport } from './close-report.ts';

export const handlingRoutes = [acceptReport, rejectReport, withdrawReport, assignReport, startReport, answerReport, closeReport];

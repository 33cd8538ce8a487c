import { correctFigures } from './correct-figures.ts';
import { readDigest } from './digest-route.ts';
import { exportFiguresCsv, exportFiguresXlsx } from './export-figures.ts';
import { exportInboxCsv, exportInboxXlsx } from './export-inbox.ts';
import { readFiguresBy } from './figures-by-face-route.ts';
import { readFigures } from './figures-route.ts';
import { listHotSpots } from './hot-spots-route.ts';

export const figuresRoutes = [readFigures, exportFiguresCsv, exportFiguresXlsx, readFiguresBy, readDigest, correctFigures, listHotSpots, exportInboxCsv, exportInboxXlsx];

// Viết bởi / written by `npm run generate`: custom-elements.json

import type { HotlineCard } from './widgets/hotline-card/hotline-card.ts';
import type { RecentReports } from './widgets/recent-reports/recent-reports.ts';
import type { ReportFigures } from './widgets/report-figures/report-figures.ts';
import type { ReportForm } from './widgets/report-form/report-form.ts';
import type { ReportsMap } from './widgets/reports-map/reports-map.ts';
import type { TrackReport } from './widgets/track-report/track-report.ts';

declare global {
  interface HTMLElementTagNameMap {
    'tt-hotline-card': HotlineCard;
    'tt-recent-reports': RecentReports;
    'tt-report-figures': ReportFigures;
    'tt-report-form': ReportForm;
    'tt-reports-map': ReportsMap;
    'tt-track-report': TrackReport;
  }
}

interface Common {
  id?: string;
  class?: string;
  className?: string;
  lang?: 'vi' | 'en';
  theme?: 'light' | 'dark' | 'auto';
  slot?: string;
  hidden?: boolean;
  key?: string | number;
  ref?: unknown;
  children?: unknown;
}

/** Attributes of each element, as JSX, Vue's `GlobalComponents` and templates of others know them. */
export interface TinhThongElements {
  'tt-hotline-card': Common & { number?: string; hours?: string; emergency?: boolean; 'embed-key'?: string; lang?: string; theme?: string; province?: string };
  'tt-recent-reports': Common & { commune?: string; category?: string; limit?: number | string; 'embed-key'?: string; lang?: string; theme?: string; province?: string };
  'tt-report-figures': Common & { period?: string; 'embed-key'?: string; lang?: string; theme?: string; province?: string };
  'tt-report-form': Common & { category?: string; commune?: string; 'embed-key'?: string; lang?: string; theme?: string; province?: string };
  'tt-reports-map': Common & { commune?: string; category?: string; status?: string; open?: boolean; unfiltered?: boolean; tiles?: string; attribution?: string; 'embed-key'?: string; lang?: string; theme?: string; province?: string };
  'tt-track-report': Common & { code?: string; 'embed-key'?: string; lang?: string; theme?: string; province?: string };
}

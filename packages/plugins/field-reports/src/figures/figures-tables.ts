import type { JSONColumnType } from 'kysely';
import type { Counter } from './counters.ts';
import type { MetricId, MetricParts } from './definitions.ts';
import type { FigureKey } from './figure-rows.ts';
import type { ReportFacts } from './report-facts.ts';

export interface FiguresTables {
  /** What the figures know of each report, folded from the event log; see figures/report-facts.ts. */
  report_facts: {
    report: string;
    last_event: number;
    category: string;
    agency: string;
    commune: string;
    open: boolean;
    /** Null while it is paused, too. */
    due_at: Date | null;
    facts: JSONColumnType<ReportFacts>;
  };
  /** What those reports add up to, a row a day and a row a month for each category, agency, commune, and the three together. */
  figures: FigureKey & { [C in Counter]: number | null };
  /** As they were published once a period had settled; a correction is a further row. */
  published_figures: {
    metric: MetricId;
    first_day: string;
    last_day: string;
    version: number;
    revision: number;
    parts: JSONColumnType<MetricParts>;
    computed_at: Date;
    reason: string | null;
  };
  /** Found anew each night, and where a report has come in. */
  hot_spots: {
    id: string;
    category: string;
    commune: string;
    lat: number;
    lon: number;
    reports: number;
    public_reports: number;
    codes: string[];
    first_at: Date;
    last_at: Date;
  };
}

import type { Text } from '@tinhthong/core';
import type { Generated, JSONColumnType } from 'kysely';

export interface BulkCsvTables {
  imports: {
    id: string;
    state: 'checked' | 'running' | 'done';
    encoding: string;
    lines: number;
    bad: number;
    imported: Generated<number>;
    known: Generated<number>;
    created_at: Date;
    finished_at: Date | null;
  };
  import_lines: {
    import: string;
    line: number;
    cells: JSONColumnType<readonly string[]>;
    state: 'good' | 'bad' | 'imported' | 'known';
    problem: JSONColumnType<Text> | null;
  };
  /** The id that a report had in the file that it was brought in with. */
  imported_reports: { service_request_id: string; report: string };
}

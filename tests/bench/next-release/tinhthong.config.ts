import { defineConfig } from '@tinhthong/core';
import { fieldReports } from '@tinhthong/field-reports';
import { sql } from 'kysely';

/** A release of field reports with one more migration: a column with a default and an index over all reports. */
export default defineConfig({
  plugins: [
    {
      ...fieldReports,
      migrations: {
        ...fieldReports.migrations,
        '9999-bench': {
          up: async (db) => {
            await sql`alter table field_reports.reports add column bench int not null default 0`.execute(db);
            await sql`create index reports_bench on field_reports.reports (bench, submitted_at)`.execute(db);
          },
        },
      },
    },
  ],
  templates: new URL('../../../templates/provinces/', import.meta.url),
  demoProvinces: [],
});

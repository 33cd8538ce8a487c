import type { Generated, JSONColumnType } from 'kysely';
import type { During } from './during.ts';
import type { Ring } from './is-in-area.ts';

export interface RoutingTables {
  routing_rules: {
    id: Generated<number>;
    position: number;
    category: string | null;
    communes: string[] | null;
    /** An agency, or `$commune`: the committee of the commune where it happened. */
    lead: string;
    coordinating: string[];
    area: JSONColumnType<Ring> | null;
    during: JSONColumnType<During> | null;
    note: Generated<string>;
    retired_at: Date | null;
  };
  /** Each saving of the list of rules. */
  routing_versions: { version: number; saved_at: Date };
  /** What coordinating agencies were asked for; without a text it is still missing. */
  contributions: { report: string; agency: string; asked_at: Date; text: string | null; given_at: Date | null };
}

import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { AgencyRow, CommuneRow, EventRow, FileRow } from '../plugin/core-views.ts';
import type { Text } from '../plugin/text.ts';

export interface Grant {
  permission: string;
  /** CASL conditions; `$mine.agency` and `$mine.communes` stand for the member's own. */
  when?: Record<string, unknown>;
}

type Day = ColumnType<string, string, string>;

/** The `core` and `identity` schemas of a province's database, as the core itself sees them. */
export interface ProvinceTables {
  'core.agencies': AgencyRow & { valid_from: Generated<Day>; valid_to: Day | null };
  'core.communes': CommuneRow & { folded: string; valid_from: Day; valid_to: Day | null };
  'core.event_log': EventRow;
  'core.stored_files': FileRow;
  'core.opening_periods': { weekday: number; opens: string; closes: string };
  'core.special_days': { day: Day; name: string; worked: boolean; provisional: boolean };
  'core.roles': { id: string; title: JSONColumnType<Text>; grants: JSONColumnType<Grant[]> };
  'core.members': { account: string; agency: string | null; communes: string[]; roles: string[] };
  'core.api_keys': {
    id: Generated<string>;
    name: string;
    hash: Buffer;
    scopes: string[];
    created_at: Generated<Date>;
    expires_at: Date | null;
    revoked_at: Date | null;
  };
  'core.events': Omit<EventRow, 'id'> & { id: Generated<number>; actor_id: string | null };
  'core.projections': { plugin: string; name: string; position: Generated<number> };
  'core.tasks': {
    id: Generated<number>;
    plugin: string;
    job: string;
    payload: unknown;
    event_id: number | null;
    attempts: Generated<number>;
    due_at: Generated<Date>;
    error: string | null;
    created_at: Generated<Date>;
  };
  'core.schedule_runs': { plugin: string; job: string; period: Date };
  'core.idempotency': { id: string; body_hash: Buffer; result: unknown; created_at: Generated<Date> };
  'core.files': {
    id: string;
    plugin: string;
    subject: string | null;
    media_type: string;
    size: number;
    width: number | null;
    height: number | null;
    created_at: Generated<Date>;
  };
  'core.notices': {
    id: Generated<number>;
    key: string;
    agency: string;
    title: JSONColumnType<Text>;
    link: string;
    at: Generated<Date>;
  };
  'identity.user': { id: string; name: string; email: string };
  'identity.session': { id: string; token: string; userId: string; expiresAt: Date };
}

import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { AgencyRow, CommuneRow, EventRow, FileRow } from '../plugin/core-views.ts';
import type { IdentityTables } from '../identity/identity-tables.ts';
import type { ChannelConfig } from '../notify/channels.ts';
import type { Finding, Shape } from '../organisation/boundaries/boundary.ts';
import type { Choices } from '../notify/preferences.ts';
import type { PermissionName } from '../plugin/permission-name.ts';
import type { Channel } from '../plugin/plugin.ts';
import type { Text } from '../plugin/text.ts';

export interface Grant {
  permission: string;
  /** CASL conditions; `$mine.agency` and `$mine.communes` stand for the member's own. */
  when?: Record<string, unknown>;
}

/** Whoever has this value in this claim of the provider's token gets these roles, and this agency. */
export interface ClaimRule {
  claim: string;
  value: string;
  roles: string[];
  agency?: string;
}

/** `gone`: the receiver said so; `failing`: it failed for days. Both were switched off by the platform. */
export type WebhookState = 'on' | 'off' | 'gone' | 'failing';

/** See the migration: `held` and `gathered` on the way to a digest, `withheld` and `dead` without having been sent. */
export type SendState = 'held' | 'gathered' | 'waiting' | 'sent' | 'delivered' | 'failed' | 'dead' | 'withheld';

type Day = ColumnType<string, string, string>;

/** The `core` and `identity` schemas of a province's database, as the core itself sees them. */
export interface ProvinceTables extends IdentityTables {
  'core.agencies': AgencyRow & { valid_from: Generated<Day>; valid_to: Day | null };
  'core.communes': CommuneRow & { folded: string; valid_from: Day; valid_to: Day | null };
  'core.event_log': EventRow;
  'core.stored_files': FileRow;
  'core.boundary_versions': { id: Generated<number>; valid_from: Day; source: string; saved_at: Date; communes: number; warnings: JSONColumnType<Finding[]> };
  'core.boundaries': { version: number; commune: string; shape: JSONColumnType<Shape> };
  'core.opening_periods': { weekday: number; opens: string; closes: string };
  'core.special_days': { day: Day; name: string; worked: boolean; provisional: boolean };
  'core.roles': { id: string; title: JSONColumnType<Text>; grants: JSONColumnType<Grant[]>; second_factor: Generated<boolean>; appoints: Generated<string[]> };
  'core.members': { account: string; agency: string | null; communes: string[]; roles: string[]; disabled_at: Date | null };
  'core.api_keys': {
    id: Generated<string>;
    name: string;
    hash: Buffer;
    scopes: string[];
    created_at: Generated<Date>;
    expires_at: Date | null;
    revoked_at: Date | null;
  };
  'core.events': Omit<EventRow, 'id'> & { id: Generated<number>; actor_id: string | null; link: Buffer | null };
  'core.secrets': { plugin: string; name: string; value: Buffer; changed_at: Generated<Date> };
  'core.privacy_requests': {
    id: string;
    kind: 'export' | 'erase';
    account: string;
    requested_by: string | null;
    requested_at: Date;
    due_at: Date;
    done_at: Date | null;
  };
  'core.tombstones': { subject: Buffer; erased_at: Date; modules: string[] };
  'core.retention': { plugin: string; rule: string; keep: string; changed_at: Generated<Date> };
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
  'core.webhooks': {
    id: string;
    url: string;
    description: string;
    types: string[];
    scopes: PermissionName[];
    agency: string | null;
    state: Generated<WebhookState>;
    failing_since: Date | null;
    told_agency: string | null;
    created_at: Generated<Date>;
  };
  'core.deliveries': {
    id: Generated<number>;
    webhook: string;
    event_id: number;
    attempts: Generated<number>;
    due_at: Generated<Date>;
    delivered_at: Date | null;
    status: number | null;
    error: string | null;
    created_at: Generated<Date>;
  };
  'core.sign_in_providers': {
    id: string;
    title: JSONColumnType<Text>;
    issuer: string;
    client_id: string;
    client_secret: Buffer;
    claims: JSONColumnType<ClaimRule[]>;
    set_by: string;
    created_at: Generated<Date>;
  };
  'core.embed_keys': { key: string; name: string; origins: string[]; created_at: Generated<Date>; revoked_at: Date | null };
  'core.phone_codes': { only: Generated<boolean>; day: Date; sent: number };
  'core.access_policy': { only: Generated<boolean>; operator_visits: Generated<boolean>; phone_sign_in: Generated<boolean> };
  'core.operator_visits': { id: string; operator: string; role: string; reason: string; started_at: Date; ends_at: Date };
  'core.channels': { channel: Channel; on: boolean; config: JSONColumnType<ChannelConfig>; changed_at: Date };
  'core.messages': {
    id: string;
    plugin: string;
    kind: string;
    account: string | null;
    agency: string | null;
    subject: string | null;
    data: JSONColumnType<Record<string, string | number>>;
    link: string | null;
    created_at: Date;
  };
  'core.sends': {
    id: string;
    message: string;
    channel: Channel;
    account: string | null;
    state: SendState;
    due_at: Date;
    lead: string | null;
    attempts: Generated<number>;
    error: string | null;
    recipient: Buffer | null;
    masked: string | null;
    provider_id: string | null;
    sent_at: Date | null;
    delivered_at: Date | null;
    created_at: Date;
  };
  'core.preferences': { account: string; language: 'vi' | 'en'; quiet_from: string; quiet_until: string; choices: JSONColumnType<Choices> };
  'core.push_subscriptions': { id: string; account: string; subscription: Buffer; endpoint: Buffer; silent_since: Date | null; created_at: Date };
  'core.unsubscribed': { plugin: string; subject: string; channel: Channel; at: Date };
  'core.unreachable': { channel: Channel; recipient: Buffer; at: Date };
}

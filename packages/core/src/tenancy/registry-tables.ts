import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { IdentityTables } from '../identity/identity-tables.ts';
import type { Text } from '../plugin/text.ts';

export type ProvinceState = 'creating' | 'active' | 'suspended' | 'removed';
/** Copying: the province serves from where it is. Paused: it reads there, and writes wait. Switched: it lives in its new place. */
export type MoveStep = 'copying' | 'paused' | 'switched';
export type ModuleState = 'off' | 'migrating' | 'on' | 'failed' | 'suspended';

export interface Profile {
  codePrefix: string;
  name: Text;
  hotline: string;
  bounds: [number, number, number, number];
  branding: Record<string, string>;
}

export interface RegistryTables extends IdentityTables {
  'registry.servers': {
    id: string;
    admin_url: Buffer | null;
    max_connections: Generated<number>;
    accepts_new: Generated<boolean>;
    max_provinces: Generated<number>;
  };
  'registry.provinces': {
    id: string;
    code: string;
    state: ProvinceState;
    hosts: string[];
    profile: JSONColumnType<Profile>;
    server: string;
    database: string;
    owner_role: string;
    login_role: string;
    /** Null of a removed province alone. */
    login_password: ColumnType<Buffer, Buffer, Buffer | null>;
    data_key: ColumnType<Buffer, Buffer, Buffer | null>;
    demo: Generated<boolean>;
    created_at: Generated<Date>;
  };
  'registry.modules': {
    province: string;
    plugin: string;
    version: string;
    state: ModuleState;
    reason: string | null;
    settings: JSONColumnType<Record<string, unknown>>;
    migrated_to: string | null;
    changed_at: Generated<Date>;
  };
  'registry.plugin_packages': {
    plugin: string;
    version: string;
    integrity: string;
    signed_by: string | null;
    package: Buffer;
    installed_by: string;
    installed_at: Generated<Date>;
  };
  'registry.plugins': { plugin: string; version: string; former: string | null; changed_at: Generated<Date> };
  'registry.national_members': { account: string; site: 'ministry' | 'platform'; second_factor: Generated<boolean>; admitted_at: Generated<Date>; disabled_at: Date | null };
  'registry.ministry_keys': {
    id: Generated<string>;
    name: string;
    account: string;
    hash: Buffer;
    created_at: Generated<Date>;
    expires_at: Date;
    revoked_at: Date | null;
  };
  'registry.acts': {
    id: Generated<number>;
    at: Generated<Date>;
    type: string;
    actor: string;
    province: string | null;
    data: JSONColumnType<Record<string, unknown>>;
    position: Generated<number>;
    link: Generated<Buffer>;
  };
  'registry.anchors': { chain: string; position: number; link: Buffer; at: Date };
  'registry.data_keys': { province: string; version: number; key: Buffer; created_at: Generated<Date> };
  'registry.tombstones': { province: string; subject: Buffer; erased_at: Date };
  'registry.migration_runs': {
    province: string;
    /** `core`, or a plugin's id. */
    module: string;
    version: string | null;
    status: 'running' | 'done' | 'failed';
    error: string | null;
    started_at: Generated<Date>;
    finished_at: Date | null;
  };
  'registry.quotas': {
    province: string;
    connections: number | null;
    storage_bytes: number | null;
    jobs: number | null;
    requests_a_minute: number | null;
  };
  'registry.moves': {
    province: string;
    step: MoveStep;
    server: string;
    database: string;
    owner_role: string;
    login_role: string;
    started_at: Generated<Date>;
    changed_at: Generated<Date>;
  };
  'registry.request_minutes': {
    minute: Date;
    node: string;
    province: string;
    requests: number;
    errors: number;
    buckets: number[];
  };
  'registry.bundles': {
    id: string;
    province: string | null;
    kind: 'export' | 'backup' | 'control';
    made_at: Date;
    sha256: Buffer;
    rows: number;
    files: number;
    drilled_at: Date | null;
  };
  'registry.removals': {
    id: Generated<number>;
    province: string;
    reason: string;
    wait_days: number;
    without_export: string | null;
    requested_by: string;
    requested_at: Date;
    confirmed_by: string | null;
    confirmed_at: Date | null;
    due_at: Date | null;
    finishing_at: Date | null;
    withdrawn_by: string | null;
    withdrawn_at: Date | null;
    finished_by: string | null;
    finished_at: Date | null;
  };
  'registry.signing_keys': { purpose: string; secret: Buffer };
}

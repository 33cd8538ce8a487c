import type { Generated, JSONColumnType } from 'kysely';
import type { Text } from '../plugin/text.ts';

export type ProvinceState = 'creating' | 'active' | 'suspended' | 'removed';
export type ModuleState = 'off' | 'migrating' | 'on' | 'failed' | 'suspended';

export interface Profile {
  codePrefix: string;
  name: Text;
  hotline: string;
  bounds: [number, number, number, number];
  branding: Record<string, string>;
}

export interface RegistryTables {
  'registry.servers': {
    id: string;
    admin_url: Buffer | null;
    max_connections: Generated<number>;
    accepts_new: Generated<boolean>;
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
    login_password: Buffer;
    data_key: Buffer;
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
  'registry.national_members': { account: string; site: 'ministry' | 'platform' };
  'registry.acts': {
    id: Generated<number>;
    at: Generated<Date>;
    type: string;
    actor: string;
    province: string | null;
    data: JSONColumnType<Record<string, unknown>>;
  };
  'registry.signing_keys': { purpose: string; secret: Buffer };
}

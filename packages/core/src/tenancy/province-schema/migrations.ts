import * as core from './0001-core.ts';
import * as audit from './0002-audit.ts';
import * as webhooks from './0003-webhooks.ts';
import * as identity from './0004-identity.ts';
import * as notify from './0005-notify.ts';
import * as boundaries from './0006-boundaries.ts';

/** The core's part of every province's database, oldest first. Forward-only and additive: old code runs on it as well. */
export const provinceMigrations = {
  '0001-core': core,
  '0002-audit': audit,
  '0003-webhooks': webhooks,
  '0004-identity': identity,
  '0005-notify': notify,
  '0006-boundaries': boundaries,
};

import * as core from './0001-core.ts';

/** The core's part of every province's database, oldest first. Forward-only and additive: old code runs on it as well. */
export const provinceMigrations = {
  '0001-core': core,
};

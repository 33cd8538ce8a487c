import * as registry from './0001-registry.ts';

/** The control database, oldest first. */
export const registryMigrations = {
  '0001-registry': registry,
};

import * as registry from './0001-registry.ts';
import * as acts from './0002-acts.ts';

/** The control database, oldest first. */
export const registryMigrations = {
  '0001-registry': registry,
  '0002-acts': acts,
};

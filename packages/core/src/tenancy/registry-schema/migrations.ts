import * as registry from './0001-registry.ts';
import * as acts from './0002-acts.ts';
import * as fleet from './0003-fleet.ts';
import * as removals from './0004-removals.ts';
import * as plugins from './0005-plugins.ts';
import * as audit from './0006-audit.ts';
import * as identity from './0007-identity.ts';

/** The control database, oldest first. */
export const registryMigrations = {
  '0001-registry': registry,
  '0002-acts': acts,
  '0003-fleet': fleet,
  '0004-removals': removals,
  '0005-plugins': plugins,
  '0006-audit': audit,
  '0007-identity': identity,
};

import * as accounts from './accounts-schema.ts';
import * as signIn from './sign-in-schema.ts';

/** The `identity` schema, the same in every province and in the registry. */
export const identityMigrations = {
  '0001-accounts': accounts,
  '0002-sign-in': signIn,
};

import pg from 'pg';
import type { Placement } from '../as-owner.ts';
import type { Registry } from '../registry.ts';

/** A connection of the owner that says the same about every row, wherever the database is: for copying and comparing. */
export async function ownerClient(registry: Registry, place: Placement, onError: (error: Error) => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: registry.adminUrl(place.server, place.database),
    application_name: `tinhthong move ${place.id}`,
    // An empty search path: every name that PostgreSQL writes comes with its schema.
    options: `-c role=${place.ownerRole} -c search_path= -c timezone=UTC -c datestyle=ISO -c statement_timeout=0 -c idle_in_transaction_session_timeout=0`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  client.on('error', onError);
  await client.connect();
  return client;
}

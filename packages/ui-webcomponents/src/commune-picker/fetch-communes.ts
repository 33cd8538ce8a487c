import type { Home } from '../base/home.ts';
import { createClient } from '../client/create-client.ts';
import type { paths } from '../client/core-api.gen.ts';
import type { Commune } from './communes.ts';

/** Those of the province, for the picker; none where they could not be had. */
export async function fetchCommunes({ origin }: Home, embedKey?: string): Promise<readonly Commune[] | undefined> {
  const { data } = await createClient<paths>({ baseUrl: origin, embedKey }).GET('/api/core/communes');
  return data?.items;
}

import { documentedSite, type DocumentedSite } from '../../documented-answers.ts';
import type { TestProvince } from '../../test-site.ts';
import type { TestWorld } from '../../test-world.ts';
import type { Plugin } from '../../../plugin/plugin.ts';
import { type Caller, createCaller } from './caller.ts';
import { newMarks, type Vocabulary } from './samples.ts';

/** One of the two provinces, with the people that the kit puts there. */
export interface Side {
  readonly site: TestProvince;
  /** Holds every answer against the documentation. */
  readonly documented: DocumentedSite;
  /** Somebody who holds every permission of the plugin. */
  readonly staff: Person;
  /** An account without any role. */
  readonly stranger: string;
  /** What everybody knows of the province. */
  readonly known: Vocabulary;
  newCaller(person: Person): Caller;
}

export interface Person {
  readonly session: string;
  readonly account: string;
}

const role = 'kit';

export async function makeSide(world: TestWorld, id: string, plugin: Plugin): Promise<Side> {
  const site = world.province(id);
  const documented = documentedSite(site, [plugin]);
  const place = await placeOf(site);
  await site.database(({ db }) =>
    db
      .insertInto('core.roles')
      .values({ id: role, title: JSON.stringify({ vi: 'Người kiểm tra' }), grants: JSON.stringify(Object.keys(plugin.permissions).map((permission) => ({ permission }))) })
      .execute(),
  );
  return {
    site,
    documented,
    staff: await person(site, 'kiem-tra', place),
    stranger: await site.signIn({ name: 'nguoi-la', roles: [] }),
    known: place.known,
    newCaller: ({ session }) => createCaller({ site: documented, plugin, as: session, marks: newMarks(plugin), known: place.known }),
  };
}

/** Another member of staff, with the same rights. */
export async function person(site: TestProvince, name: string, place?: Place): Promise<Person> {
  const { agency, commune } = place ?? (await placeOf(site));
  const session = await site.signIn({ name, roles: [role], agency, communes: [commune] });
  const { rows } = await site.database(({ pool }) => pool.query<{ id: string }>('select id from identity."user" where email = $1', [`${name}@${site.id}.example`]));
  return { session, account: rows[0]!.id };
}

interface Place {
  readonly agency: string;
  readonly commune: string;
  readonly known: Vocabulary;
}

async function placeOf(site: TestProvince): Promise<Place> {
  const { rows } = await site.database(({ pool }) =>
    pool.query<{ commune: string; lat: number; lon: number; agency: string }>(
      'select code as commune, lat, lon, (select min(id) from core.agencies) as agency from core.communes where valid_to is null order by code limit 1',
    ),
  );
  const { agency, commune, lat, lon } = rows[0]!;
  const bbox = site.now().tenant.bounds.join(',');
  return { agency, commune, known: { commune, communes: [commune], agency, lat, lon, latitude: lat, longitude: lon, bbox, from: '2020-01-01', to: '2030-01-01', limit: 50 } };
}

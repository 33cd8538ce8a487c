import { notFound } from '../plugin/problem.ts';
import type { Places, WorkingCalendar } from '../plugin/context.ts';
import type { Bus } from '../database/bus.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import { createBoundaryMemory } from './boundaries/boundary-memory.ts';
import { metresPerDegree } from './metres-between.ts';
import { workingCalendar } from './working-calendar.ts';

interface Commune {
  readonly code: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}

interface Organisation {
  readonly communes: ReadonlyMap<string, Commune>;
  readonly calendar: WorkingCalendar;
}

/** Communes and working calendar of each province, kept in memory until they change. */
export interface Organisations {
  /** Must have been awaited before `calendar` is used; cheap once loaded. */
  load(province: Province, database: ProvinceDatabase): Promise<void>;
  calendar(province: Province): WorkingCalendar;
  places(province: Province, database: ProvinceDatabase): Places;
}

// Outside of the province's box and farther from every centre than this is not in the province: the largest communes are
// some 40 km across. Within the box, which holds its sea, an island or a boat belongs to whatever commune is nearest.
const farthestKm = 45;
const kmPerDegree = metresPerDegree / 1_000;

export function createOrganisations(bus: Bus, now: () => Date): Organisations {
  const loaded = new Map<string, Organisation>();
  const boundaries = createBoundaryMemory(now);
  // Read again at the next request; those under way go on with what they began with.
  const stale = new Set<string>();
  const doubt = (province: string) => {
    stale.add(province);
    boundaries.doubt(province);
  };
  bus.on('registry', ({ province }) => doubt(province));
  bus.onGap(() => {
    for (const province of loaded.keys()) doubt(province);
  });

  async function organisation({ id }: Province, database: ProvinceDatabase): Promise<Organisation> {
    const known = loaded.get(id);
    if (known !== undefined && !stale.has(id)) return known;
    // Before reading: a change that comes in meanwhile makes it stale again.
    stale.delete(id);
    try {
      const found = await read(database);
      loaded.set(id, found);
      return found;
    } catch (error) {
      stale.add(id);
      throw error;
    }
  }

  return {
    load: async (province, database) => void (await organisation(province, database)),
    calendar(province) {
      const found = loaded.get(province.id);
      if (found === undefined) throw notFound({ vi: 'lịch làm việc', en: 'Working calendar' });
      return found.calendar;
    },
    places: (province, database) => ({
      async commune(code) {
        return (await organisation(province, database)).communes.get(code) ?? null;
      },
      async communeAt(lat, lon) {
        const [{ communes }, find] = await Promise.all([organisation(province, database), boundaries.finder(province, database)]);
        const drawn = communes.get(find(lat, lon) ?? '');
        if (drawn !== undefined) return { code: drawn.code, name: drawn.name, approximate: false };
        const nearest = nearestCommune(communes.values(), lat, lon, isWithin(province.tenant.bounds, lat, lon) ? Infinity : farthestKm);
        return nearest === undefined ? null : { code: nearest.code, name: nearest.name, approximate: true };
      },
    }),
  };
}

async function read({ db }: ProvinceDatabase): Promise<Organisation> {
  const [communes, periods, days] = await Promise.all([
    db.selectFrom('core.communes').select(['code', 'name', 'lat', 'lon']).where('valid_to', 'is', null).execute(),
    db.selectFrom('core.opening_periods').selectAll().execute(),
    db.selectFrom('core.special_days').select(['day', 'worked']).execute(),
  ]);
  return {
    communes: new Map(communes.map((commune) => [commune.code, commune])),
    calendar: workingCalendar({
      periods: periods.map(({ weekday, opens, closes }) => ({ weekday, from: opens.slice(0, 5), to: closes.slice(0, 5) })),
      holidays: days.filter(({ worked }) => !worked).map(({ day }) => day),
      workedDays: days.filter(({ worked }) => worked).map(({ day }) => day),
    }),
  };
}

function isWithin([west, south, east, north]: Province['tenant']['bounds'], lat: number, lon: number): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function nearestCommune(communes: Iterable<Commune>, lat: number, lon: number, withinKm: number): Commune | undefined {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let best: Commune | undefined;
  let bestKm = withinKm;
  for (const commune of communes) {
    const km = Math.hypot(commune.lat - lat, (commune.lon - lon) * narrowing) * kmPerDegree;
    if (km < bestKm) [best, bestKm] = [commune, km];
  }
  return best;
}

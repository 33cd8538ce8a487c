import { notFound } from '../plugin/problem.ts';
import type { Places, WorkingCalendar } from '../plugin/context.ts';
import type { Bus } from '../database/bus.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
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

// Farther from every centre than this is not in the province: the largest communes are some 40 km across.
const farthestKm = 45;
const kmPerDegree = 111.2;

export function createOrganisations(bus: Bus): Organisations {
  const loaded = new Map<string, Organisation>();
  // Read again at the next request; those under way go on with what they began with.
  const stale = new Set<string>();
  bus.on('registry', ({ province }) => void stale.add(province));
  bus.onGap(() => {
    for (const province of loaded.keys()) stale.add(province);
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
        const { communes } = await organisation(province, database);
        const nearest = nearestCommune([...communes.values()], lat, lon);
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

function nearestCommune(communes: readonly Commune[], lat: number, lon: number): Commune | undefined {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let best: Commune | undefined;
  let bestKm = farthestKm;
  for (const commune of communes) {
    const km = Math.hypot(commune.lat - lat, (commune.lon - lon) * narrowing) * kmPerDegree;
    if (km < bestKm) [best, bestKm] = [commune, km];
  }
  return best;
}

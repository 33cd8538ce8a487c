import { type Commune, type Locality, moved } from './localities.ts';
import type { Random } from './random.ts';
import { hamlets, laneWords, quarters, streets, townMarks, villageMarks } from './texts/place-names.ts';
import { capitalised, write } from './write-text.ts';

/** A place where something is wrong, and the ways its neighbours name it. */
export interface Spot {
  lat: number;
  lon: number;
  /** As a form holds it since 2025, without a district: "kiệt 42 đường Nguyễn Huệ, phường Thuận Hóa". */
  address: string;
  /** With a preposition: "trước số 15 đường Lê Lợi". */
  at: readonly string[];
  road: string;
  /** Hamlet or quarter. */
  area: string;
  mark: string;
  /** Short and without a preposition, as an agency writes. */
  place: string;
}

const spreadKm = 1.1;

/** The commune's office; the sample puts it at the commune's centre. */
export function officeSpot({ commune, title }: Locality, random: Random): Spot {
  const office = `trụ sở UBND ${title}`;
  const centre = moved(commune, random.between(-0.02, 0.02), random.between(-0.02, 0.02));
  return {
    ...rounded(centre),
    address: capitalised(office),
    at: [`ở ${office}`],
    road: `đường trước ${office}`,
    area: title,
    mark: office,
    place: office,
  };
}

export function sampleSpot(locality: Locality, random: Random): Spot {
  return { ...scattered(locality.commune, random), ...(locality.tags.has('ward') ? townPlace(locality, random) : villagePlace(locality, random)) };
}

/** The same trouble a few steps further on: what comes back is reported from nearly the same place. */
export function besideSpot(spot: Spot, random: Random): Spot {
  return { ...spot, ...rounded(moved(spot, random.between(-0.03, 0.03), random.between(-0.03, 0.03))) };
}

function scattered(centre: Commune, random: Random) {
  const distance = spreadKm * Math.sqrt(random.next());
  const angle = random.between(0, 2 * Math.PI);
  return rounded(moved(centre, distance * Math.sin(angle), distance * Math.cos(angle)));
}

// Five decimals are one metre: what a phone gives, and no more.
const rounded = ({ lat, lon }: { lat: number; lon: number }) => ({ lat: Number(lat.toFixed(5)), lon: Number(lon.toFixed(5)) });

type Naming = Omit<Spot, 'lat' | 'lon'>;

function townPlace({ region, title }: Locality, random: Random): Naming {
  const street = `đường ${random.pick(streets[region])}`;
  const mark = write(random.pick(townMarks), {}, random);
  const area = write(random.pick(quarters[region]), {}, random);
  const house = random.whole(2, 290);
  const shared = { area, mark };

  return random.pick<() => Naming>([
    () => ({
      ...shared,
      road: street,
      place: street,
      address: `${house} ${street}, ${title}`,
      at: [`trước số ${house} ${street}`, `trước nhà ${house} ${street}`, `ở số ${house} ${street}`, `đối diện số ${house} ${street}`],
    }),
    () => {
      const lane = `${laneWords[region]} ${house} ${street}`;
      return {
        ...shared,
        road: lane,
        place: lane,
        address: `${lane}, ${title}`,
        at: [`trong ${lane}`, `ở ${lane}`, `đầu ${lane}`, `ở ${lane} gần ${mark}`],
      };
    },
    () => ({
      ...shared,
      road: street,
      place: `${street} (đoạn gần ${mark})`,
      address: `gần ${mark}, ${street}, ${title}`,
      at: [`trên ${street} gần ${mark}`, `trên ${street} đoạn gần ${mark}`, `trước ${mark} ${street}`],
    }),
    () => {
      const crossing = random.pick(streets[region].filter((name) => !street.endsWith(name)));
      const corner = `ngã ${random.pick(['ba', 'tư'])} ${street.slice('đường '.length)} – ${crossing}`;
      return { ...shared, road: street, place: corner, address: `${corner}, ${title}`, at: [`ở ${corner}`, `ngay ${corner}`, `tại ${corner}`] };
    },
    () => ({
      ...shared,
      road: `đường nội bộ ${area}`,
      place: area,
      address: `${capitalised(area)}, ${title}`,
      at: [`ở ${area}`, `ở ${area} gần ${mark}`, `gần ${mark} ở ${area}`],
    }),
  ])();
}

function villagePlace({ region, title }: Locality, random: Random): Naming {
  const area = write(random.pick(hamlets[region]), {}, random);
  const mark = write(random.pick(villageMarks[region]), {}, random);
  const road = random.pick([`đường bê tông ${area}`, `đường vào ${area}`, `đường liên thôn qua ${area}`, `đường trục chính ${area}`]);

  return random.pick<() => Naming>([
    () => ({ road, area, mark, place: area, address: `${capitalised(area)}, ${title}`, at: [`ở ${area}`, `trên ${road}`, `ở ${area} gần ${mark}`] }),
    () => ({
      road,
      area,
      mark,
      place: `${area} (gần ${mark})`,
      address: `gần ${mark}, ${area}, ${title}`,
      at: [`ở ${area} gần ${mark}`, `trước ${mark} ở ${area}`, `ở ${area} cách ${mark} ${random.whole(1, 8)}00 mét`],
    }),
    () => ({ road, area, mark, place: road, address: `${road}, ${title}`, at: [`trên ${road}`, `trên ${road} đoạn gần ${mark}`, `ở đầu ${road}`] }),
  ])();
}

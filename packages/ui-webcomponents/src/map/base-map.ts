import type * as Leaflet from 'leaflet';
import { type Bounds, boundsOf, type Shape } from '../charts/geometry/projection.ts';
import { textWidth } from '../charts/geometry/text-width.ts';
import { freeLabels, type Taken } from './geometry/free-labels.ts';
import { centreOf, nameOf } from './geometry/place-name.ts';

type LeafletMap = Leaflet.Map;

/** What `leaflet.ts` exports. */
export interface LeafletPart extends Pick<typeof Leaflet, 'CircleMarker' | 'DivIcon' | 'GeoJSON' | 'LatLngBounds' | 'LayerGroup' | 'Map' | 'Marker' | 'TileLayer'> {
  readonly leafletRules: string;
}

export interface Ground {
  /** Address of base map tiles, with `{z}`, `{x}` and `{y}`; only what the operator has set. */
  readonly tiles?: string | undefined;
  /** Communes, as shapes or centres: drawn, and named where there are no tiles. */
  readonly places: readonly Shape[];
  readonly bounds?: Bounds | undefined;
}

/** All of the country, with its seas and islands. */
const country: Bounds = [102.1, 7.1, 117.9, 23.4];
const nearest = 18;

/**
 * A map with nothing on it but the ground: tiles, or the communes themselves. Its keys, buttons and credit are the
 * element's, because Leaflet writes its own as markup, which trusted types refuse.
 */
export function baseMap(leaflet: LeafletPart, container: HTMLElement, ground: Ground): LeafletMap {
  const { Map, TileLayer, GeoJSON, CircleMarker } = leaflet;
  const extent = extentOf(leaflet, ground);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = new Map(container, {
    zoomControl: false,
    attributionControl: false,
    keyboard: false,
    // Leaflet's own watch fires once more after a map was removed; `TtMap` watches the frame.
    trackResize: false,
    // Whoever scrolls the page over the map shall not be caught in it.
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    inertia: !still,
    maxZoom: nearest,
    // Tiles are sharp at whole levels only; shapes fill the frame at any.
    zoomSnap: ground.tiles ? 1 : 0.25,
    maxBounds: extent.pad(0.5),
  });
  if (still) map.panBy = (offset, options) => Map.prototype.panBy.call(map, offset, { ...options, animate: false });
  showGround(leaflet, map, ground);
  const focused = (on: boolean) => () => map.scrollWheelZoom[on ? 'enable' : 'disable']();
  container.addEventListener('focus', focused(true));
  container.addEventListener('blur', focused(false));
  if (ground.tiles) new TileLayer(ground.tiles, { maxZoom: nearest, bounds: extent.pad(0.5) }).addTo(map);
  // Drawn one by one: Leaflet's own reader of collections takes shapes and points with different options.
  for (const place of ground.places) {
    const [lon, lat] = centreOf(place);
    const drawn = place.geometry.type === 'Point' ? new CircleMarker([lat, lon], { radius: 5, className: 'centre', interactive: false }) : new GeoJSON(place as never, { style: { className: 'place' }, interactive: false });
    drawn.addTo(map);
  }
  return map;
}

/** All of it, as large as the frame lets it be. */
export function showGround(leaflet: LeafletPart, map: LeafletMap, ground: Ground): void {
  map.setMinZoom(0);
  map.fitBounds(extentOf(leaflet, ground), { animate: false });
  map.setMinZoom(Math.max(0, map.getZoom() - 1));
}

function extentOf({ LatLngBounds: BoundsOf }: LeafletPart, { bounds, places }: Ground): Leaflet.LatLngBounds {
  const [west, south, east, north] = bounds ?? (places.length > 0 ? boundsOf(places) : country);
  return new BoundsOf([south, west], [north, east]);
}

const dot = 10;
/** So far from its middle a name is clear of a circle there. */
const clear = 32;
const lineHeight = 18;
/** From the upper right corner: the buttons of `TtMap` that zoom. */
const buttons = [30, 82].map((down) => ({ across: 30, down, size: 46 }));

/** Writes the names of communes, as many as have room at this zoom beside what else is drawn, and again whenever the map has moved. */
export function nameplates({ Marker, DivIcon, LayerGroup }: LeafletPart, map: LeafletMap, places: readonly Shape[], taken: () => readonly Taken[]): void {
  map.createPane('names').classList.add('names');
  const names = new LayerGroup().addTo(map);
  const write = () => {
    names.clearLayers();
    const { x: width, y: height } = map.getSize();
    const circles = [...taken(), ...buttons.map(({ across, down, size }) => ({ x: width - across, y: down, size }))];
    const labels = places.flatMap((place) => {
      const [lon, lat] = centreOf(place);
      const { x, y } = map.latLngToContainerPoint([lat, lon]);
      const text = nameOf(place);
      const half = textWidth(text, 13) / 2;
      const point = place.geometry.type === 'Point';
      const [, south, , north] = boundsOf([place]);
      const room = (map.latLngToContainerPoint([south, lon]).y - map.latLngToContainerPoint([north, lon]).y) / 2;
      // Further off only where it is still plain whose name it is: within its own shape, or by the circle that covers its dot.
      const far = point ? circles.some((circle) => Math.hypot(circle.x - x, circle.y - y) < circle.size / 2) : room > clear + lineHeight / 2;
      const shifts = [...(point ? [15, -15] : [0]), ...(far ? [clear, -clear] : [])].filter((shift) => y + shift >= 9 && y + shift + 9 <= height);
      return x < half || x + half > width ? [] : [{ text, x, y, width: half * 2, shifts, point }];
    });
    const dots = labels.flatMap(({ x, y, point }) => (point ? [{ x, y, size: dot }] : []));
    for (const { text, x, y } of freeLabels(labels, [...dots, ...circles])) {
      const plate = document.createElement('span');
      plate.className = 'name';
      plate.textContent = text;
      new Marker(map.containerPointToLatLng([x, y]), { icon: new DivIcon({ html: plate, className: '', iconSize: [0, 0] }), pane: 'names', interactive: false, keyboard: false }).addTo(names);
    }
  };
  map.on('moveend zoomend resize', write);
  write();
}

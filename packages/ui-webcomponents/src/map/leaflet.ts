/**
 * What is loaded only when a map is shown; nothing may import this file but by `import()`. Leaflet's main file would put
 * itself at `window.L`, which the page around may need for a Leaflet of its own; its modules do not. `LeafletPart` has
 * their types.
 */
// @ts-expect-error -- only the main file has types
export { CircleMarker, DivIcon, GeoJSON, LatLngBounds, LayerGroup, Map, Marker, TileLayer } from 'leaflet/dist/leaflet-src.esm.js';
export { leafletRules } from './leaflet-rules.gen.ts';

import type { Plugin } from 'vite';

/** What Leaflet says, and what it says here. */
const changes = [
  // It tries out markup as it loads, only to learn whether the browser knows SVG; pages that demand trusted types refuse that, and with it the map.
  ["div.innerHTML = '<svg/>';", "div.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));"],
  // The picture that stands for a tile that is given up: pages let no data: address in, and an empty one ends the request as well.
  ["'data:image/gif;base64,R0lGODlhAQABAAD/ACwAAAAAAQABAAACADs='", "''"],
] as const;

/** Leaflet as strict pages let it run. One that is not written so any more fails the build, not the page. */
export function strictLeaflet(): Plugin {
  return {
    name: 'tinhthong-strict-leaflet',
    transform(code, id) {
      if (!id.split('?')[0]!.endsWith('leaflet/dist/leaflet-src.esm.js')) return null;
      if (!changes.every(([from]) => code.includes(from))) throw new Error('strictLeaflet: leaflet không còn như cũ / leaflet has changed');
      return { code: changes.reduce((text, [from, to]) => text.replace(from, to), code), map: null };
    },
  };
}

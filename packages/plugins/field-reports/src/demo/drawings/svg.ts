/** The few SVG shapes that the drawings are made of. Coordinates are pixels of an 800 × 600 picture; `more` adds attributes as they are. */

export const rect = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;

export const circle = (x: number, y: number, radius: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${fill}" ${more}/>`;

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = ''): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;

export const path = (d: string, fill: string, more = ''): string => `<path d="${d}" fill="${fill}" ${more}/>`;

/** An open line with round ends. */
export const stroke = (d: string, colour: string, width: number, more = ''): string =>
  path(d, 'none', `stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}`);

export const group = (transform: string, ...shapes: string[]): string => `<g transform="${transform}">${shapes.join('')}</g>`;

/** Soft edge of light or smoke, from the colour to nothing. */
export const glow = (id: string, colour: string, opacity: number): string =>
  `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${opacity}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;

export const fade = (id: string, from: string, to: string): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>`;

/** One drawing at each of the points, given as `x,y` or `x,y,size` between spaces. */
export const each = (points: string, draw: (x: number, y: number, size: number, index: number) => string): string =>
  points
    .split(' ')
    .map((point, index) => {
      const [x = 0, y = 0, size = 1] = point.split(',').map(Number);
      return draw(x, y, size, index);
    })
    .join('');

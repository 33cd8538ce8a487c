/** What a key does on a map: moves it by so many pixels, zooms by a level, or chooses the place in the middle. */
export type KeyMove = { readonly by: readonly [number, number] } | { readonly zoom: 1 | -1 } | { readonly choose: true };

/** Arrows move an eighth of the map; with Shift a few pixels, to hit a lamp post. */
export function keyMove(key: string, fine: boolean, width: number, height: number): KeyMove | undefined {
  const [x, y] = fine ? [8, 8] : [Math.round(width / 8), Math.round(height / 8)];
  if (key === 'ArrowLeft') return { by: [-x, 0] };
  if (key === 'ArrowRight') return { by: [x, 0] };
  if (key === 'ArrowUp') return { by: [0, -y] };
  if (key === 'ArrowDown') return { by: [0, y] };
  if (key === '+' || key === '=') return { zoom: 1 };
  if (key === '-' || key === '_') return { zoom: -1 };
  return key === 'Enter' ? { choose: true } : undefined;
}

/** Contrast of two `#rrggbb` colours as WCAG counts it, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const steps = 20;

/** The colour nearest to this one that can be read on the background: mixed with black or white as far as needed. */
export function readableOn(background: string, colour: string, least = 4.5): string {
  const end = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let step = 0; step < steps; step += 1) {
    const mixed = mix(colour, end, step / steps);
    if (contrast(mixed, background) >= least) return mixed;
  }
  return end;
}

export function mix(from: string, to: string, share: number): string {
  const other = channels(to);
  return `#${channels(from).map((value, i) => Math.round(value + (other[i]! - value) * share).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const channel = value / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

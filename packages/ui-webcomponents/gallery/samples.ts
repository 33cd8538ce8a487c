import type { Commune } from '../src/commune-picker/communes.ts';

const wards = 'Phú Xuân, Thuận Hóa, An Cựu, Vỹ Dạ, Thủy Xuân, Kim Long, Hương An, Hóa Châu, Mỹ Thượng, Thuận An, Dương Nỗ, Hương Trà, Kim Trà, Thanh Thủy, Hương Thủy, Phú Bài, Phong Điền, Phong Thái, Phong Dinh, Phong Phú, Phong Quảng';
const communes = 'Đan Điền, Quảng Điền, Phú Vinh, Phú Hồ, Phú Vang, Vinh Lộc, Hưng Lộc, Lộc An, Phú Lộc, Chân Mây – Lăng Cô, Long Quảng, Nam Đông, Khe Tre, Bình Điền, A Lưới 1, A Lưới 2, A Lưới 3, A Lưới 4, A Lưới 5';

/** A made-up net over the right part of the world: longitude and latitude of its corners. */
export const corner = (x: number, y: number): [number, number] => [107.1 + x * 0.09 + 0.02 * Math.sin(x * 3 + y * 5), 16.7 - y * 0.08 + 0.016 * Math.cos(x * 4 - y * 3)];
export const cells: readonly { readonly x: number; readonly y: number }[] = [...Array(48).keys()].map((i) => ({ x: i % 8, y: Math.floor(i / 8) })).filter(({ x, y }) => (x - 3.5) ** 2 / 17 + (y - 2.5) ** 2 / 8.5 <= 1);

/** The names are Huế's; codes and centres are made up. */
export const hueCommunes: readonly Commune[] = [
  ...wards.split(', ').map((name) => ({ name, type: 'phuong' as const })),
  ...communes.split(', ').map((name) => ({ name, type: 'xa' as const })),
].map(({ name, type }, at) => {
  const { x, y } = cells[at % cells.length]!;
  const [lon, lat] = corner(x + 0.5, y + 0.5);
  return { code: String(90_000 + at), name, type, lat, lon };
});

export const hueBounds = [107.08, 16.2, 107.86, 16.73] as const;

/** A picture without a photographer: ground, a lamp, a sky. */
export function drawing(hue: number): HTMLCanvasElement {
  const canvas = Object.assign(document.createElement('canvas'), { width: 256, height: 192 });
  const context = canvas.getContext('2d')!;
  const paint = (colour: string, ...rectangle: [number, number, number, number]) => {
    context.fillStyle = colour;
    context.fillRect(...rectangle);
  };
  paint(`hsl(${hue} 45% 70%)`, 0, 0, 256, 192);
  paint(`hsl(${hue} 25% 35%)`, 0, 140, 256, 52);
  paint('#2b2f36', 120, 40, 8, 110);
  paint('#2b2f36', 120, 40, 50, 6);
  paint('#ffd977', 156, 46, 16, 10);
  return canvas;
}

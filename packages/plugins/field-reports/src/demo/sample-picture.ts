import sharp from 'sharp';
import { drawings } from './drawings/by-kind.ts';
import { lights, type Scene } from './drawings/scene.ts';
import { seededRandom } from './random.ts';

export type PictureKind = keyof typeof drawings;

export const pictureKinds = Object.keys(drawings) as PictureKind[];

/** Trouble that only comes with bad weather is drawn in it. */
const inRain: readonly PictureKind[] = ['flooded-street', 'landslide', 'fallen-tree', 'blocked-drain'];

/** What lies on the ground is photographed from close by. */
const lowDown: readonly PictureKind[] = [
  'pothole',
  'sinkhole',
  'rubbish',
  'rubble',
  'flooded-street',
  'blocked-drain',
  'stray-dog',
  'occupied-pavement',
  'broken-pavement',
  'food-stall',
];

/**
 * A drawn photo for a sample report: JPEG, 800 × 600, under 60 kB, drawn in some 25 ms.
 *
 * @param kind one of {@link pictureKinds}
 * @param options the seed chooses the place and the time of day; `after` shows the same place when it was dealt with
 * @throws RangeError for another kind
 */
export async function samplePicture(kind: string, { seed, after }: { seed: number; after: boolean }): Promise<Buffer> {
  if (!Object.hasOwn(drawings, kind)) throw new RangeError(`no drawing of ${kind}`);
  const known = kind as PictureKind;
  const random = seededRandom(seed * 1009 + pictureKinds.indexOf(known));
  const fair = random.pick(['morning', 'noon', 'evening'] as const);
  const scene: Scene = { random, light: lights[inRain.includes(known) && !after ? 'rain' : fair] };
  const zoom = lowDown.includes(known) ? random.between(0.68, 0.78) : random.between(0.94, 1);
  const frame = [400 - 400 * zoom, 600 - 600 * zoom, 800 * zoom, 600 * zoom].join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" viewBox="${frame}">${drawings[known](scene, after)}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' }).jpeg({ quality: 80 }).toBuffer();
}

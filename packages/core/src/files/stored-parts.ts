/** What lies in the store of a file, and how the name of each part ends. Links, bundles and comparisons go by it. */
const endings = { full: 'full.webp', thumbnail: 'thumbnail.webp', mp4: 'video.mp4', webm: 'video.webm' } as const;

export type PartName = keyof typeof endings;
export type VideoPart = 'mp4' | 'webm';

export interface StoredPart {
  readonly id: string;
  readonly part: PartName;
}

export const allParts = Object.keys(endings) as readonly PartName[];
export const videoParts: readonly PartName[] = ['mp4', 'webm'];
const pictureParts: readonly PartName[] = ['full', 'thumbnail'];

export const mediaTypeOf: Readonly<Record<PartName, string>> = { full: 'image/webp', thumbnail: 'image/webp', mp4: 'video/mp4', webm: 'video/webm' };

/** A picture is two parts, a video one. */
export function partsOf(mediaType: string): readonly PartName[] {
  const video = videoParts.find((part) => mediaTypeOf[part] === mediaType);
  return video === undefined ? pictureParts : [video];
}

/** Below the folder of its province, or of a bundle's files. */
export function partPath({ id, part }: StoredPart): string {
  return `${id.slice(0, 2)}/${id}.${endings[part]}`;
}

/** The part that a path names; undefined where it is none that the store would make. */
export function partAt(path: string): StoredPart | undefined {
  const [, id, ending] = /(?:^|\/)[0-9a-f]{2}\/([0-9a-f-]{36})\.([a-z]+\.[a-z0-9]+)$/.exec(path) ?? [];
  const part = allParts.find((one) => endings[one] === ending);
  return id === undefined || part === undefined ? undefined : { id, part };
}

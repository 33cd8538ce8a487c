import type { FileStore } from '../files/file-store.ts';
import { partAt, type StoredPart } from '../files/stored-parts.ts';

/** The one gets the pictures of the bundle, the other keeps those of before. What no row names goes at night. */
export async function exchangePictures(files: FileStore, made: string, target: string): Promise<void> {
  for await (const picture of lacking(files, target, made)) await copyPicture(files, picture, target, made);
  for await (const picture of lacking(files, made, target)) {
    await copyPicture(files, picture, made, target);
    await files.removeObject(picture.path);
  }
}

async function copyPicture(files: FileStore, picture: StoredPart, from: string, to: string): Promise<void> {
  const bytes = await files.openPart(from, picture);
  if (bytes !== undefined) await files.restorePart(to, picture, bytes);
}

/** What one province's store has and the other's has not. Both lists have the same order, and are gone through side by side. */
async function* lacking(files: FileStore, from: string, to: string): AsyncGenerator<StoredPart & { readonly path: string }> {
  const there = files.list(to);
  let next = await there.next();
  for await (const { path } of files.list(from)) {
    const part = partAt(path);
    if (part === undefined) continue;
    const name = path.slice(from.length);
    while (next.done !== true && next.value.path.slice(to.length) < name) next = await there.next();
    if (next.done === true || next.value.path.slice(to.length) !== name) yield { ...part, path };
  }
}

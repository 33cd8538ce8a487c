import type { Kysely } from 'kysely';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { FileStore, ListedObject } from './file-store.ts';
import { partsOf } from './stored-parts.ts';

/** How far a comparison has come: the last object, and the last file that has been looked at. */
export interface Cursor {
  readonly path: string;
  readonly file: string;
}

export interface ComparedPage {
  readonly objects: number;
  /** Paths of bytes that no row names, old enough to be sure that none is about to. */
  readonly orphans: readonly string[];
  /** Files whose bytes are not all there, or not as many as their row says. */
  readonly broken: readonly string[];
  /** Where the next page begins; undefined after the last one. */
  readonly next: Cursor | undefined;
}

const objectsAPage = 2_000;
/** Bytes come before their row, and a transaction may take its time. */
const orphanAfterMs = 24 * 3_600_000;
/** A younger row may have come after the list was read, and clocks differ. */
const settledAfterMs = 3_600_000;
const noFile = '00000000-0000-0000-0000-000000000000';
const lastFile = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * Compares one page of what lies in the store with the rows of the same files. Paths and ids have the same order, so
 * both are gone through side by side, and neither is ever held whole.
 */
export async function comparePage(files: FileStore, db: Kysely<ProvinceTables>, province: string, after?: Cursor, size = objectsAPage): Promise<ComparedPage> {
  const now = Date.now();
  const { objects, next } = await readPage(files.list(province, after?.path), after?.file ?? noFile, size);
  const rows = await db
    .selectFrom('core.files')
    .select(['id', 'media_type', 'size', 'created_at'])
    .where('id', '>', after?.file ?? noFile)
    .where('id', '<=', next?.file ?? lastFile)
    .execute();
  const stored = Map.groupBy(objects, ({ file }) => file);
  const known = new Set(rows.map(({ id }) => id));
  const isWhole = (id: string, mediaType: string, size: number) => {
    const parts = stored.get(id) ?? [];
    return parts.length === partsOf(mediaType).length && parts.reduce((sum, part) => sum + part.size, 0) === size;
  };
  return {
    objects: objects.length,
    orphans: objects.filter(({ file, changedAt }) => (file === undefined || !known.has(file)) && now - changedAt.getTime() > orphanAfterMs).map(({ path }) => path),
    broken: rows.filter(({ id, media_type, size, created_at }) => !isWhole(id, media_type, size) && now - created_at.getTime() > settledAfterMs).map(({ id }) => id),
    next,
  };
}

/** As many objects as fit, and those that belong to the same file as the last of them. */
async function readPage(list: AsyncGenerator<ListedObject>, before: string, size: number): Promise<{ objects: ListedObject[]; next: Cursor | undefined }> {
  const objects: ListedObject[] = [];
  let last = before;
  for await (const object of list) {
    if (objects.length >= size && object.file !== last) return { objects, next: { path: objects.at(-1)!.path, file: last } };
    objects.push(object);
    last = object.file ?? last;
  }
  return { objects, next: undefined };
}

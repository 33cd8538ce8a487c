import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { keyFor, mac } from '../secrets/envelope.ts';
import type { Files, StoredFile, StoredVideo, Trx } from '../plugin/context.ts';
import { notFound, Problem } from '../plugin/problem.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import { findFfmpeg } from './ffmpeg.ts';
import type { ByteRange, FileDriver, StoredObject } from './file-driver.ts';
import { cleanPicture, type Picture } from './picture.ts';
import { storageQuota } from './storage-quota.ts';
import { allParts, mediaTypeOf, partAt, partPath, partsOf, type StoredPart, type VideoPart } from './stored-parts.ts';
import { judgeVideo } from './video.ts';

export const pictureSizes = ['full', 'thumbnail'] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** What a signed link to a video opens: so many bytes, of which any part may be asked for. */
export interface OpenVideo {
  readonly type: string;
  readonly size: number;
  bytes(range?: ByteRange): Promise<Readable | undefined>;
}

export interface FileStore {
  /** What belongs to the deployment and to no province, read and written by the core alone. */
  readonly shared: Pick<FileDriver, 'read' | 'write'>;
  forModule(province: Province, plugin: string, database: ProvinceDatabase): Files;
  /** Reads what a signed link names. @throws Problem 404 where signature, age or file do not fit */
  openLink(province: Province, id: string, query: { e: string; s: string; z: string }): Promise<{ bytes: Buffer; type: string }>;
  /** The same for a link to a video, which is looked up and read in parts. */
  openVideo(province: Province, database: ProvinceDatabase, id: string, query: { e: string; s: string }): Promise<OpenVideo>;
  /** Removes uploads that no change has attached within a day. */
  sweep(province: Province, database: ProvinceDatabase): Promise<void>;

  /** For bundles: the bytes as they lie in the store; undefined where they are gone. */
  openPart(province: string, part: StoredPart): Promise<Readable | undefined>;
  /** Puts back what a bundle holds. */
  restorePart(province: string, part: StoredPart, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** All bytes of a province in the order of their paths, whether or not a row names them, beginning after `after`. */
  list(province: string, after?: string): AsyncGenerator<ListedObject>;
  /** The bytes of files whose rows are gone. */
  removeBytes(province: string, ids: readonly string[]): Promise<void>;
  removeObject(path: string): Promise<void>;
  removeAll(province: string): Promise<void>;
}

/** `file` is undefined where the name is none that the store would give. */
export type ListedObject = StoredObject & { readonly file: string | undefined };

/** Files of all provinces on one driver; province and plugin are part of every path. */
export function createFileStore({ driver, now, arrivals }: { driver: FileDriver; now: () => Date; arrivals: string }): FileStore {
  const storage = storageQuota(now);
  const path = (province: string, part: StoredPart) => `${province}/${partPath(part)}`;
  const signature = (province: Province, id: string, expires: string, size: string) =>
    mac(keyFor(province.dataKey, 'file-links'), `${province.id}|${id}|${expires}|${size}`).toString('base64url');

  async function storeBoth(province: string, id: string, picture: Picture): Promise<void> {
    try {
      for (const part of pictureSizes) await driver.write(path(province, { id, part }), picture[part]);
    } catch (error) {
      // Room for one is no room for both.
      await removeParts(province, id);
      throw inWords(error);
    }
  }

  async function removeParts(province: string, id: string): Promise<void> {
    for (const part of allParts) await driver.remove(path(province, { id, part }));
  }

  function requireGood(province: Province, id: string, { e, s, z }: { e: string; s: string; z: string }): void {
    const expected = Buffer.from(signature(province, id, e, z));
    const given = Buffer.from(s);
    const good = given.length === expected.length && timingSafeEqual(given, expected);
    if (!good || Number(e) * 1_000 <= now().getTime()) throw linkGone();
  }

  async function storePicture(province: Province, plugin: string, db: ProvinceDatabase['db'], picture: Picture): Promise<StoredFile> {
    const id = randomUUID();
    const size = picture.full.length + picture.thumbnail.length;
    await storage.take(province, db, size);
    // Bytes first: a row never points at nothing. Bytes whose row was rolled back go with the next clean-up.
    await storeBoth(province.id, id, picture);
    const { mediaType, width, height } = picture;
    await db.insertInto('core.files').values({ id, plugin, subject: null, media_type: mediaType, size, width, height }).execute();
    return { id, mediaType, size, width, height };
  }

  async function storeVideo(province: Province, plugin: string, db: ProvinceDatabase['db'], source: string, part: VideoPart): Promise<StoredFile> {
    const id = randomUUID();
    const { size } = await stat(source);
    await storage.take(province, db, size);
    await driver.write(path(province.id, { id, part }), createReadStream(source)).catch((error: unknown) => {
      throw inWords(error);
    });
    const mediaType = mediaTypeOf[part];
    await db.insertInto('core.files').values({ id, plugin, subject: null, media_type: mediaType, size, width: null, height: null }).execute();
    return { id, mediaType, size, width: null, height: null };
  }

  async function putVideo(province: Province, plugin: string, { db }: ProvinceDatabase, source: string, signal?: AbortSignal): Promise<StoredVideo> {
    const container = await judgeVideo(source);
    const ffmpeg = await findFfmpeg();
    if (ffmpeg === undefined) return { file: await storeVideo(province, plugin, db, source, container), poster: null, clean: false };
    const cleaned = `${source}.clean.mp4`;
    try {
      await ffmpeg.clean({ path: source, container }, cleaned, signal);
      const poster = await storePicture(province, plugin, db, await cleanPicture(await ffmpeg.poster(cleaned, signal)));
      return { file: await storeVideo(province, plugin, db, cleaned, 'mp4'), poster, clean: true };
    } finally {
      await rm(cleaned, { force: true });
    }
  }

  return {
    shared: { read: (path) => driver.read(`.shared/${path}`), write: (path, bytes) => driver.write(`.shared/${path}`, bytes) },
    forModule: (province, plugin, database) => ({
      async arrivals() {
        const folder = join(arrivals, province.id, plugin);
        await mkdir(folder, { recursive: true, mode: 0o700 });
        return folder;
      },
      checkRoom: (bytes) => storage.check(province, database.db, bytes),
      putVideo: (name, signal) => putVideo(province, plugin, database, join(arrivals, province.id, plugin, ownName(name)), signal),
      async read(id) {
        const own = await database.db.selectFrom('core.files').select('id').where('id', '=', id).where('plugin', '=', plugin).executeTakeFirst();
        return own && driver.read(path(province.id, { id, part: 'full' }));
      },
      async rename(trx, id) {
        const to = randomUUID();
        const db = trx as unknown as ProvinceDatabase['db'];
        const { rows } = await sql<{ media_type: string }>`
          insert into core.files (id, plugin, subject, media_type, size, width, height, created_at)
          select ${to}::uuid, plugin, subject, media_type, size, width, height, created_at from core.files where id = ${id}::uuid and plugin = ${plugin}
          returning media_type
        `.execute(db);
        if (rows[0] === undefined) throw notFound({ vi: 'tệp', en: 'File' });
        for (const part of partsOf(rows[0].media_type)) {
          const bytes = await driver.open(path(province.id, { id, part }));
          if (bytes !== undefined) await driver.write(path(province.id, { id: to, part }), bytes);
        }
        await removeRows(trx, plugin, [id]);
        return to;
      },
      async putPicture(bytes, within = (store) => store(database.db as never)) {
        const picture = await cleanPicture(bytes);
        return within((trx) => storePicture(province, plugin, trx as unknown as ProvinceDatabase['db'], picture));
      },
      link(id, { maxAge = 3_600, size = 'full' } = {}) {
        // Rounded up to the hour, so that the same picture has the same address and browsers can keep it.
        const expires = String(Math.ceil((now().getTime() / 1_000 + maxAge) / 3_600) * 3_600);
        return `/api/files/${id}?e=${expires}&z=${size}&s=${signature(province, id, expires, size)}`;
      },
      remove: (trx, fileIds) => removeRows(trx, plugin, fileIds),
    }),

    async openLink(province, id, query) {
      requireGood(province, id, query);
      const bytes = await driver.read(path(province.id, { id, part: query.z as PictureSize }));
      if (bytes === undefined) throw linkGone();
      return { bytes, type: 'image/webp' };
    },

    async openVideo(province, { db }, id, query) {
      requireGood(province, id, { ...query, z: 'video' });
      const row = await db.selectFrom('core.files').select(['media_type', 'size']).where('id', '=', id).executeTakeFirst();
      const [part] = partsOf(row?.media_type ?? '');
      if (row === undefined || part === undefined || !row.media_type.startsWith('video/')) throw linkGone();
      return { type: row.media_type, size: row.size, bytes: (range) => driver.open(path(province.id, { id, part }), range) };
    },

    async sweep(province, { db }) {
      const { rows } = await sql<{ id: string }>`
        delete from core.files where id in (
          select id from core.files where subject is null and created_at < now() - interval '24 hours' limit 500
        ) returning id
      `.execute(db);
      for (const { id } of rows) await removeParts(province.id, id);
    },

    openPart: (province, part) => driver.open(path(province, part)),
    restorePart: (province, part, bytes) => driver.write(path(province, part), bytes),
    async *list(province, after) {
      for await (const object of driver.list(province, after)) yield { ...object, file: partAt(object.path)?.id };
    },
    async removeBytes(province, ids) {
      for (const id of ids) await removeParts(province, id);
    },
    removeObject: (path) => driver.remove(path),
    async removeAll(province) {
      await driver.removeAll(province);
      await rm(join(arrivals, province), { recursive: true, force: true });
    },
  };
}

/** The name of a file in the module's own folder, and of nothing beside it. */
function ownName(name: string): string {
  if (!/^[\w-]{1,100}$/.test(name)) throw new Error(`not a name of an arrival: ${name}`);
  return name;
}

async function removeRows(trx: Trx, plugin: string, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  await sql`
    with gone as (delete from core.files where id = any(${fileIds}::uuid[]) and plugin = ${plugin} returning id)
    insert into core.tasks (plugin, job, payload)
    select 'core', 'remove-bytes', jsonb_build_object('files', jsonb_agg(id)) from gone having count(*) > 0
  `.execute(trx);
}

function linkGone(): Problem {
  return notFound({ vi: 'tệp, hoặc liên kết đã hết hạn', en: 'File, or a link that still works,' });
}

const noRoom = new Set(['ENOSPC', 'EDQUOT']);

const inWords = (error: unknown) => (noRoom.has((error as NodeJS.ErrnoException).code ?? '') ? storageFull(error) : error);

function storageFull(cause: unknown): Problem {
  return new Problem(
    507,
    'disk-full',
    {
      vi: 'Nơi lưu tệp của hệ thống đã hết chỗ; vẫn có thể gửi phản ánh không kèm ảnh.',
      en: 'The system has no room for files left; reports without pictures still work.',
    },
    { headers: { 'retry-after': '300' }, cause },
  );
}

import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import { keyFor, mac } from '../secrets/envelope.ts';
import type { Files } from '../plugin/context.ts';
import { notFound, Problem } from '../plugin/problem.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import type { FileDriver, StoredObject } from './file-driver.ts';
import { cleanPicture, type Picture } from './picture.ts';
import { storageQuota } from './storage-quota.ts';

export const pictureSizes = ['full', 'thumbnail'] as const;
export type PictureSize = (typeof pictureSizes)[number];

/** One of the two stored pictures of a file. */
export interface StoredPicture {
  readonly id: string;
  readonly size: PictureSize;
}

export interface FileStore {
  forModule(province: Province, plugin: string, database: ProvinceDatabase): Files;
  /** Reads what a signed link names. @throws Problem 404 where signature, age or file do not fit */
  openLink(province: Province, id: string, query: { e: string; s: string; z: string }): Promise<{ bytes: Buffer; type: string }>;
  /** Removes uploads that no change has attached within a day. */
  sweep(province: Province, database: ProvinceDatabase): Promise<void>;

  /** For bundles: the bytes as they lie in the store; undefined where they are gone. */
  openPicture(province: string, picture: StoredPicture): Promise<Readable | undefined>;
  /** Puts back what a bundle holds. */
  restorePicture(province: string, picture: StoredPicture, bytes: AsyncIterable<Buffer>): Promise<void>;
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
export function createFileStore({ driver, now }: { driver: FileDriver; now: () => Date }): FileStore {
  const storage = storageQuota(now);
  const path = (province: string, { id, size }: StoredPicture) => `${province}/${id.slice(0, 2)}/${id}.${size}.webp`;
  const signature = (province: Province, id: string, expires: string, size: string) =>
    mac(keyFor(province.dataKey, 'file-links'), `${province.id}|${id}|${expires}|${size}`).toString('base64url');

  async function storeBoth(province: string, id: string, picture: Picture): Promise<void> {
    try {
      for (const size of pictureSizes) await driver.write(path(province, { id, size }), picture[size]);
    } catch (error) {
      // Room for one is no room for both.
      await removeBoth(province, id);
      throw noRoom.has((error as NodeJS.ErrnoException).code ?? '') ? storageFull(error) : error;
    }
  }

  async function removeBoth(province: string, id: string): Promise<void> {
    for (const size of pictureSizes) await driver.remove(path(province, { id, size }));
  }

  return {
    forModule: (province, plugin, database) => ({
      async putPicture(bytes, within = (store) => store(database.db as never)) {
        const picture = await cleanPicture(bytes);
        return within(async (trx) => {
          const id = randomUUID();
          const size = picture.full.length + picture.thumbnail.length;
          await storage.take(province, trx as unknown as ProvinceDatabase['db'], size);
          // Bytes first: a row never points at nothing. Bytes whose row was rolled back go with the next clean-up.
          await storeBoth(province.id, id, picture);
          const { mediaType, width, height } = picture;
          const row = { id, plugin, subject: null, media_type: mediaType, size, width, height };
          await (trx as unknown as ProvinceDatabase['db']).insertInto('core.files').values(row).execute();
          return { id, mediaType, size, width, height };
        });
      },
      link(id, { maxAge = 3_600, size = 'full' } = {}) {
        // Rounded up to the hour, so that the same picture has the same address and browsers can keep it.
        const expires = String(Math.ceil((now().getTime() / 1_000 + maxAge) / 3_600) * 3_600);
        return `/api/files/${id}?e=${expires}&z=${size}&s=${signature(province, id, expires, size)}`;
      },
      async remove(trx, fileIds) {
        if (fileIds.length === 0) return;
        await sql`
          with gone as (delete from core.files where id = any(${fileIds}::uuid[]) and plugin = ${plugin} returning id)
          insert into core.tasks (plugin, job, payload)
          select 'core', 'remove-bytes', jsonb_build_object('files', jsonb_agg(id)) from gone having count(*) > 0
        `.execute(trx);
      },
    }),

    async openLink(province, id, { e, s, z }) {
      const expected = Buffer.from(signature(province, id, e, z));
      const given = Buffer.from(s);
      const good = given.length === expected.length && timingSafeEqual(given, expected);
      const bytes = good && Number(e) * 1_000 > now().getTime() ? await driver.read(path(province.id, { id, size: z as PictureSize })) : undefined;
      if (bytes === undefined) throw notFound({ vi: 'tệp, hoặc liên kết đã hết hạn', en: 'File, or a link that still works,' });
      return { bytes, type: 'image/webp' };
    },

    async sweep(province, { db }) {
      const { rows } = await sql<{ id: string }>`
        delete from core.files where id in (
          select id from core.files where subject is null and created_at < now() - interval '24 hours' limit 500
        ) returning id
      `.execute(db);
      for (const { id } of rows) await removeBoth(province.id, id);
    },

    openPicture: (province, picture) => driver.open(path(province, picture)),
    restorePicture: (province, picture, bytes) => driver.write(path(province, picture), bytes),
    async *list(province, after) {
      for await (const object of driver.list(province, after)) yield { ...object, file: /\/([0-9a-f-]{36})\.(full|thumbnail)\.webp$/.exec(object.path)?.[1] };
    },
    async removeBytes(province, ids) {
      for (const id of ids) await removeBoth(province, id);
    },
    removeObject: (path) => driver.remove(path),
    removeAll: (province) => driver.removeAll(province),
  };
}

const noRoom = new Set(['ENOSPC', 'EDQUOT']);

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

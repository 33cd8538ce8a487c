import { randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { keyFor, mac } from '../database/envelope.ts';
import type { Files, Trx } from '../plugin/context.ts';
import { notFound, Problem } from '../plugin/problem.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import type { FileDriver } from './disk-driver.ts';
import { cleanPicture } from './picture.ts';

export type PictureSize = 'full' | 'thumbnail';

export interface FileStore {
  forModule(province: Province, plugin: string, database: ProvinceDatabase): Files;
  /** Reads what a signed link names. @throws Problem 404 where signature, age or file do not fit */
  openLink(province: Province, id: string, query: { e: string; s: string; z: string }): Promise<{ bytes: Buffer; type: string }>;
  /** Removes uploads that no change has attached within a day. */
  sweep(province: Province, database: ProvinceDatabase): Promise<void>;
}

/** Files of all provinces on one driver; province and plugin are part of every path. */
export function createFileStore(options: { driver: FileDriver; quotaBytes: number; now: () => Date }): FileStore {
  const { driver, quotaBytes, now } = options;
  const path = (province: Province, id: string, size: PictureSize) => `${province.id}/${id.slice(0, 2)}/${id}.${size}.webp`;
  const signature = (province: Province, id: string, expires: string, size: string) =>
    mac(keyFor(province.dataKey, 'file-links'), `${province.id}|${id}|${expires}|${size}`).toString('base64url');

  return {
    forModule: (province, plugin, database) => ({
      async putPicture(bytes, within = (store) => store(database.db as never)) {
        const picture = await cleanPicture(bytes);
        return within(async (trx) => {
          const id = randomUUID();
          const size = picture.full.length + picture.thumbnail.length;
          await withinQuota(trx, size, quotaBytes);
          await driver.write(path(province, id, 'full'), picture.full);
          await driver.write(path(province, id, 'thumbnail'), picture.thumbnail);
          // Bytes first: a row never points at nothing. Bytes whose row was rolled back stay until an orphan clean-up exists.
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
    }),

    async openLink(province, id, { e, s, z }) {
      const expected = Buffer.from(signature(province, id, e, z));
      const given = Buffer.from(s);
      const good = given.length === expected.length && timingSafeEqual(given, expected);
      const bytes = good && Number(e) * 1_000 > now().getTime() ? await driver.read(path(province, id, z as PictureSize)) : undefined;
      if (bytes === undefined) throw notFound({ vi: 'tệp, hoặc liên kết đã hết hạn', en: 'File, or a link that still works,' });
      return { bytes, type: 'image/webp' };
    },

    async sweep(province, { db }) {
      const { rows } = await sql<{ id: string }>`
        delete from core.files where id in (
          select id from core.files where subject is null and created_at < now() - interval '24 hours' limit 500
        ) returning id
      `.execute(db);
      for (const { id } of rows) {
        await driver.remove(path(province, id, 'full'));
        await driver.remove(path(province, id, 'thumbnail'));
      }
    },
  };
}

async function withinQuota(db: Trx, size: number, quotaBytes: number): Promise<void> {
  const { rows } = await sql<{ used: number }>`select coalesce(sum(size), 0)::bigint as used from core.files`.execute(db);
  if ((rows[0]?.used ?? 0) + size > quotaBytes) {
    throw new Problem(507, 'storage-full', {
      vi: 'Kho tệp của tỉnh đã đầy; vẫn có thể gửi phản ánh không kèm ảnh.',
      en: 'The storage of the province is full; reports without pictures still work.',
    });
  }
}

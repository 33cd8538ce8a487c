import type { StoredFile } from '@tinhthong/core';
import type { ReportContext } from '../module.ts';
import { readEvidence } from './read-evidence.ts';

/**
 * Stores a picture as the core does, stripped and drawn anew, and beside it what it said of itself before. With
 * `within: ctx.change`, a repeated idempotency key answers with the picture of the first time.
 */
export async function keepPicture(ctx: ReportContext, bytes: Uint8Array): Promise<StoredFile> {
  const { takenAt, lat, lon } = await readEvidence(bytes);
  return ctx.files.putPicture(bytes, (store) =>
    ctx.change(async (trx) => {
      const file = await store(trx as never);
      if (takenAt !== null || lat !== null) await trx.insertInto('picture_evidence').values({ photo: file.id, taken_at: takenAt, lat, lon }).execute();
      return file;
    }),
  );
}

import type { FileStore } from '@tus/file-store';
import type { ReportContext } from '../module.ts';

/** Videos that are still arriving, piece by piece, in the province's own folder. Loaded with the first of them. */
export async function arrivalsOf(ctx: Pick<ReportContext, 'files'>): Promise<FileStore> {
  const { FileStore } = await import('@tus/file-store');
  return new FileStore({ directory: await ctx.files.arrivals() });
}

/** Removes what has arrived of a video; it may be gone already. */
export async function dropArrival(ctx: Pick<ReportContext, 'files'>, video: string): Promise<void> {
  const store = await arrivalsOf(ctx);
  await store.remove(video).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** Whether all of a video has arrived. */
export async function isWhole(ctx: Pick<ReportContext, 'files'>, video: string): Promise<boolean> {
  const store = await arrivalsOf(ctx);
  const upload = await store.getUpload(video).catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  return upload !== undefined && upload.size === upload.offset;
}

function isGone(error: unknown): boolean {
  const { code, status_code: status } = error as { code?: string; status_code?: number };
  return code === 'ENOENT' || status === 404 || status === 410;
}

import { readEvidence } from '../media/read-evidence.ts';
import type { ReportContext, ReportTrx } from '../module.ts';
import { mostPhotos } from '../shapes.ts';
import { takePictures } from './take-pictures.ts';

export interface MessagePictures {
  readonly photos: string[];
  readonly fault: string | null;
  /** Keeps what the pictures said of themselves, in the change that makes them somebody's. */
  keepEvidence(trx: ReportTrx): Promise<void>;
}

/** Stores the pictures of a message or letter, as many as a report may have: nobody is there to mend it, so the others are told of in the fault. */
export async function picturesOfMessage(ctx: ReportContext, pictures: readonly Uint8Array[]): Promise<MessagePictures> {
  const evidence: { photo: string; taken_at: Date | null; lat: number | null; lon: number | null }[] = [];
  const { photos, refused } = await takePictures(pictures.slice(0, mostPhotos), async (bytes) => {
    const { takenAt: taken_at, lat, lon } = await readEvidence(bytes);
    const { id } = await ctx.files.putPicture(bytes);
    if (taken_at !== null || lat !== null) evidence.push({ photo: id, taken_at, lat, lon });
    return { id };
  });
  const over = Math.max(0, pictures.length - mostPhotos);
  const faults = [refused.length > 0 && `${refused.length} pictures could not be read`, over > 0 && `${over} pictures beyond ${mostPhotos} were left out`].filter(Boolean);
  return { photos: [...photos], fault: faults.join('; ') || null, keepEvidence: async (trx) => void (evidence.length > 0 && (await trx.insertInto('picture_evidence').values(evidence).execute())) };
}

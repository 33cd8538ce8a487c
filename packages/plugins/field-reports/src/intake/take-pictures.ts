import { Problem, type Text } from '@tinhthong/core';

export interface TakenPictures {
  /** Ids of the good ones, in their order. */
  readonly photos: readonly string[];
  /** Which were no good, counted from one, and why. */
  readonly refused: readonly { readonly number: number; readonly why: Text }[];
}

/** Too large, of another kind, unreadable: what is wrong with a picture itself. Anything else is a reason to stop. */
export const faultsOfPictures: readonly number[] = [413, 415, 422];

/**
 * Takes in the pictures that came together: the one way for forms, apps, messages and letters. A bad one is told of, and
 * the good ones stay; what that means for all of them is for whoever asked. Other problems than `told` are thrown.
 */
export async function takePictures(
  pictures: readonly Uint8Array[],
  keep: (picture: Uint8Array) => Promise<{ readonly id: string }>,
  told = faultsOfPictures,
): Promise<TakenPictures> {
  const photos: string[] = [];
  const refused: { number: number; why: Text }[] = [];
  for (const [i, picture] of pictures.entries()) {
    try {
      photos.push((await keep(picture)).id);
    } catch (problem) {
      if (!(problem instanceof Problem) || !told.includes(problem.status)) throw problem;
      refused.push({ number: i + 1, why: problem.title });
    }
  }
  return { photos, refused };
}

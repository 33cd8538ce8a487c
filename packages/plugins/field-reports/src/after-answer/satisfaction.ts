import { formatNumber, formatShare, type Say } from '@tinhthong/core';

/** What ratings of a set of reports are counted as. */
export interface Ratings {
  readonly rated: number;
  readonly satisfied: number;
  readonly accepted: number;
  readonly dissatisfied?: number;
  /** Reports that could have been rated: the denominator of the rating rate. */
  readonly closed: number;
}

export interface Satisfaction {
  /** Satisfied and accepted of those rated; null where nobody rated. */
  readonly share: number | null;
  /** Rated of those that could have been; null where none could. */
  readonly rate: number | null;
}

/** The satisfaction and, never apart from it, how many it rests on. */
export function satisfactionOf({ rated, satisfied, accepted, closed }: Ratings): Satisfaction {
  return { share: rated === 0 ? null : (satisfied + accepted) / rated, rate: closed === 0 ? null : Math.min(1, rated / closed) };
}

/** "90,8%", and what must stand beside it: "412 lượt đánh giá, 37,1% số phản ánh đã đóng". */
export function satisfactionInWords(say: Say, ratings: Ratings): { readonly share: string; readonly restsOn: string } {
  const { share, rate } = satisfactionOf(ratings);
  const n = formatNumber(say, ratings.rated);
  const ofAll = rate === null ? '–' : formatShare(say, rate);
  return {
    share: share === null ? '–' : formatShare(say, share),
    restsOn: say(`${n} lượt đánh giá, ${ofAll} số phản ánh đã đóng`, `${n} ratings, ${ofAll} of the reports closed`),
  };
}

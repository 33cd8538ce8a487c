import { Problem, type Text } from '@tinhthong/core';
import { sql } from 'kysely';
import type { Report } from '../handling/move-report.ts';
import type { ReportState } from '../handling/report-states.ts';
import type { ReportTrx } from '../module.ts';

const dayMs = 24 * 3_600_000;
/** Nothing goes on about them that a merged report could be part of. */
const closedToOthers: readonly ReportState[] = ['rejected', 'withdrawn'];

/** Whether a report may become part of `into`, the end of the chain that was asked for. @throws Problem 409 */
export function checkMerge(source: Pick<Report, 'id' | 'public'>, into: Pick<Report, 'id' | 'state' | 'public'>): void {
  if (source.id === into.id) {
    throw new Problem(409, 'merge-loop', { vi: 'Không thể gộp một phản ánh vào chính nó, dù trực tiếp hay qua phản ánh khác.', en: 'A report cannot be merged into itself, neither directly nor by way of others.' });
  }
  if (closedToOthers.includes(into.state)) {
    throw new Problem(409, 'merge-into-ended', { vi: 'Phản ánh kia không được tiếp nhận hoặc đã rút, nên không gộp vào được.', en: 'The other report was rejected or withdrawn: nothing can be merged into it.' });
  }
  // Of what is not public nobody but its own reporter may see or hear anything.
  if (!source.public || !into.public) {
    throw new Problem(409, 'merge-not-public', { vi: 'Chỉ gộp được các phản ánh công khai.', en: 'Only public reports can be merged.' }, {
      detail: { vi: 'Người gửi phản ánh bị gộp phải theo dõi được phản ánh kia; hãy trả lời từng phản ánh.', en: 'Whoever sent the merged one has to be able to follow the other; please answer each by itself.' },
    });
  }
}

/**
 * What others' reports have been merged into cannot come to its end without an answer: they would be lost with it.
 * Under the lock of the report's row, which every merge into it waits for. `detail` says what to do instead.
 *
 * @throws Problem 409 `others-merged-here`
 */
export async function mustStandAlone(trx: ReportTrx, { id }: Pick<Report, 'id'>, detail: Text): Promise<void> {
  const other = await trx.selectFrom('reports').select('id').where('merged_into', '=', id).limit(1).executeTakeFirst();
  if (other === undefined) return;
  throw new Problem(409, 'others-merged-here', { vi: 'Phản ánh của người khác đã được gộp vào phản ánh này.', en: 'Reports of other people have been merged into this one.' }, { detail });
}

/** A merge is undone within the day; later both have gone their way. @throws Problem 409 */
export function checkUnmerge({ merged_at }: Pick<Report, 'merged_at'>, now: Date): void {
  if (merged_at !== null && now.getTime() - merged_at.getTime() <= dayMs) return;
  throw new Problem(409, 'too-late-to-unmerge', { vi: 'Chỉ tách lại được trong vòng một ngày sau khi gộp.', en: 'A merge can be undone within a day only.' });
}

/**
 * Voices come and go with all that the report has been merged into since; `merged_voices` says what undoing a merge takes
 * along. Each row is locked before it is known where it leads, so that no merge and no undoing falls between two of them.
 */
export async function addVoices(trx: ReportTrx, report: string, voices: number): Promise<void> {
  for (let next: string | null = report; next !== null; ) {
    const changed: { merged_into: string | null } | undefined = await trx
      .updateTable('reports')
      .set({
        voices: sql<number>`greatest(0, voices + ${voices})`,
        merged_voices: sql<number | null>`case when merged_into is not null then greatest(0, merged_voices + ${voices}) end`,
      })
      .where('id', '=', next)
      .returning('merged_into')
      .executeTakeFirst();
    next = changed?.merged_into ?? null;
  }
}

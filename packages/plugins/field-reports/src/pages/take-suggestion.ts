import { notFound, Problem, readForm, type Route } from '@tinhthong/core';
import { reclassifyReport } from '../clocks/reclassify-report.ts';
import { mergeReport } from '../duplicates/merge-report.ts';
import { assignReport } from '../handling/assign-report.ts';
import type { SuggestionKind } from '../suggestions/fate.ts';
import type { PageRequest } from './environment.ts';
import { refused } from './work-page.ts';

/** What taking a suggestion is: the very move that the officer would have made by hand. */
const moveOf: Readonly<Record<SuggestionKind, (suggested: string) => { readonly route: Route; readonly body: object }>> = {
  category: (category) => ({ route: reclassifyReport, body: { category } }),
  urgency: () => ({ route: reclassifyReport, body: { priority: 'high' } }),
  agency: (agency) => ({ route: assignReport, body: { agency } }),
  duplicate: (into) => ({ route: mergeReport, body: { into } }),
};

/** `POST /phan-anh/viec/<code>/goi-y/<kind>`: one press takes what was suggested. */
export async function takeFromPage(c: PageRequest): Promise<Response> {
  const kind = c.req.param('kind') ?? '';
  if (!Object.hasOwn(moveOf, kind)) throw notFound({ vi: 'gợi ý này', en: 'This suggestion' });
  const code = c.req.param('code')!;
  const form = await readForm(c);
  const { route, body } = moveOf[kind as SuggestionKind](form.text('suggested'));
  try {
    await c.get('call')(route, { params: { code }, body, ...(form.repeat && { repeat: form.repeat }) });
  } catch (problem) {
    // Somebody else was faster, or the province no longer has what was suggested.
    if (problem instanceof Problem && [409, 422].includes(problem.status)) return refused(c, problem);
    throw problem;
  }
  return c.redirect(`/phan-anh/viec/${encodeURIComponent(code)}?done=goi-y`, 303);
}

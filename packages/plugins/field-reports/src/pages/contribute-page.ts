import { Problem, readForm } from '@tinhthong/core';
import { contribute } from '../routing/contribute.ts';
import type { PageRequest } from './environment.ts';
import { refused } from './work-page.ts';

/** `POST /phan-anh/viec/<code>/contribute`: gives the part of a coordinating agency and leads back to the report. */
export async function contributeFromPage(c: PageRequest): Promise<Response> {
  const code = c.req.param('code')!;
  const form = await readForm(c);
  try {
    await c.get('call')(contribute, { params: { code }, body: { text: form.text('text') }, ...(form.repeat && { repeat: form.repeat }) });
  } catch (problem) {
    if (!(problem instanceof Problem) || ![409, 422].includes(problem.status)) throw problem;
    const short = new Problem(422, problem.code, { vi: 'Hãy viết phần phối hợp, 5 đến 4.000 ký tự.', en: 'Write your part in 5 to 4,000 characters.' });
    return refused(c, problem.status === 422 ? short : problem, form);
  }
  return c.redirect(`/phan-anh/viec/${encodeURIComponent(code)}?done=phoi-hop`, 303);
}

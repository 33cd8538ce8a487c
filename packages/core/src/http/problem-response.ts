import type { Problem } from '../plugin/problem.ts';

export interface ProblemPlace {
  readonly traceId: string;
  readonly language: 'vi' | 'en';
  readonly province?: string | undefined;
  readonly module?: string | undefined;
}

/** RFC 9457, with every text in Vietnamese and English: `title` in the caller's language, both in `messages`. */
export function problemResponse(problem: Problem, { traceId, language, province, module }: ProblemPlace): Response {
  const { status, code, title, detail, errors } = problem;
  const say = (text: { vi: string; en?: string }) => (language === 'en' ? (text.en ?? text.vi) : text.vi);
  const body = {
    type: `/problems/${code}`,
    status,
    code,
    title: say(title),
    ...(detail && { detail: say(detail) }),
    messages: { vi: [title.vi, detail?.vi].filter(Boolean).join(' '), en: [title.en ?? title.vi, detail?.en].filter(Boolean).join(' ') },
    ...(errors.length > 0 && { errors }),
    traceId,
    ...(province !== undefined && { province }),
    ...(module !== undefined && { module }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...problem.headers },
  });
}

export function languageOf(header: string | undefined): 'vi' | 'en' {
  return /^\s*en\b/i.test(header ?? '') ? 'en' : 'vi';
}

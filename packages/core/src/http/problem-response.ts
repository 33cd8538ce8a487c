import { z } from 'zod';
import type { Problem } from '../plugin/problem.ts';

export interface ProblemPlace {
  readonly traceId: string;
  readonly language: 'vi' | 'en';
  readonly province?: string | undefined;
  readonly module?: string | undefined;
}

/** What every refusal looks like: RFC 9457, with every text in Vietnamese and English. */
export const problemShape = z.object({
  type: z.string().meta({ description: '/problems/<code>', example: '/problems/invalid-input' }),
  status: z.int().meta({ example: 422 }),
  code: z.string().meta({ description: 'Mã ổn định để chương trình phân biệt / stable, for programs', example: 'invalid-input' }),
  title: z.string().meta({ description: 'Theo ngôn ngữ của người gọi / in the language of the caller', example: 'Dữ liệu gửi lên chưa hợp lệ.' }),
  detail: z.string().optional().meta({ description: 'Người đọc có thể làm gì / what the reader can do' }),
  messages: z.object({ vi: z.string(), en: z.string() }).meta({ description: 'title và detail bằng hai ngôn ngữ / in both languages' }),
  errors: z
    .array(
      z.object({
        path: z.string().meta({ description: 'Chỗ sai trong dữ liệu gửi lên / where in the input', example: 'body.photos.2' }),
        message: z.object({ vi: z.string(), en: z.string().optional() }),
      }),
    )
    .optional(),
  traceId: z.string().meta({ description: 'Gửi mã này cho quản trị viên khi cần hỏi / quote it when asking' }),
  province: z.string().optional().meta({ example: 'hue' }),
  module: z.string().optional().meta({ example: 'field-reports' }),
});

/** `title` and `detail` in the caller's language, both languages in `messages`. */
export function problemResponse(problem: Problem, { traceId, language, province, module }: ProblemPlace): Response {
  const { status, code, title, detail, errors } = problem;
  const say = (text: { vi: string; en?: string }) => (language === 'en' ? (text.en ?? text.vi) : text.vi);
  const body: z.input<typeof problemShape> = {
    type: `/problems/${code}`,
    status,
    code,
    title: say(title),
    ...(detail && { detail: say(detail) }),
    messages: { vi: [title.vi, detail?.vi].filter(Boolean).join(' '), en: [title.en ?? title.vi, detail?.en].filter(Boolean).join(' ') },
    ...(errors.length > 0 && { errors: [...errors] }),
    traceId,
    ...(province !== undefined && { province }),
    ...(module !== undefined && { module }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...problem.headers },
  });
}

import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { filesNotFound } from '../modules/create-context.ts';
import { type FieldError, Problem } from '../plugin/problem.ts';

/** Every error as a problem its reader understands. What nobody foresaw is a 500 that says nothing of the inside. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof z.ZodError) return invalidInput(error, 'body');
  if (error instanceof HTTPException && error.status < 500) return ofStatus(error.status);
  return ofDatabase(error) ?? new Problem(500, 'internal-error', {
    vi: 'Hệ thống gặp lỗi. Dữ liệu chưa được ghi.',
    en: 'Something went wrong. Nothing was stored.',
  }, { detail: { vi: 'Xin thử lại; nếu lỗi lặp lại, gửi mã traceId cho quản trị viên.', en: 'Please try again; if it happens again, give the traceId to the administrator.' }, cause: error });
}

const vietnamese = z.locales.vi().localeError;
const english = z.locales.en().localeError;

export function invalidInput(error: z.ZodError, part: 'body' | 'query' | 'params'): Problem {
  const errors = error.issues.map((issue): FieldError => {
    const message = (locale: typeof english): string => {
      const text = issue.code === 'custom' ? issue.message : locale(issue as never);
      return typeof text === 'string' ? text : (text?.message ?? issue.message);
    };
    return { path: [part, ...issue.path].join('.'), message: { vi: message(vietnamese), en: message(english) } };
  });
  return new Problem(422, 'invalid-input', { vi: 'Dữ liệu gửi lên chưa hợp lệ.', en: 'The input is not valid.' }, { errors });
}

export function ofStatus(status: number): Problem {
  const [code, vi, en] = statusTexts[status] ?? ['request-refused', 'Yêu cầu không được chấp nhận.', 'The request was refused.'];
  return new Problem(status, code, { vi, en });
}

const statusTexts: Record<number, readonly [string, string, string]> = {
  400: ['bad-request', 'Yêu cầu không đọc được.', 'The request cannot be read.'],
  401: ['sign-in-required', 'Cần đăng nhập.', 'Please sign in.'],
  403: ['forbidden', 'Bạn không có quyền làm việc này.', 'You may not do this.'],
  404: ['not-found', 'Không tìm thấy địa chỉ này.', 'There is nothing at this address.'],
  405: ['method-not-allowed', 'Địa chỉ này không nhận phương thức đó.', 'This address does not take that method.'],
  408: ['request-timed-out', 'Yêu cầu gửi lên quá chậm.', 'The request took too long to arrive.'],
  413: ['body-too-large', 'Nội dung gửi lên quá lớn.', 'The body is too large.'],
  415: ['unsupported-media-type', 'Kiểu nội dung không được chấp nhận.', 'This content type is not accepted.'],
  421: ['unknown-host', 'Tên miền này không thuộc hệ thống.', 'This host is not served here.'],
  429: ['too-many-requests', 'Bạn gửi quá nhanh, xin chờ một chút.', 'Too many requests, please wait a moment.'],
  431: ['headers-too-large', 'Phần đầu yêu cầu quá lớn.', 'The request headers are too large.'],
};

/** PostgreSQL's own refusals: bad values are the caller's, a lost connection or a time-out is the moment's. */
function ofDatabase(error: unknown): Problem | undefined {
  const { code, message = '' } = error as { code?: unknown; message?: string };
  // The driver's own words carry no code.
  if (/^(Connection terminated|timeout exceeded when trying to connect|Client .* not queryable)/.test(message)) return unavailable(error);
  if (typeof code !== 'string') return undefined;
  if (code === 'TT422') return message === 'files-not-found' ? (filesNotFound() as Problem) : undefined;
  if (code === 'TT503') return moving(error);
  if (code.startsWith('22')) {
    return new Problem(422, 'invalid-value', { vi: 'Có giá trị không lưu được.', en: 'A value cannot be stored.' }, { cause: error });
  }
  if (code === '23505') {
    return new Problem(409, 'already-exists', { vi: 'Mục này đã có.', en: 'This exists already.' }, { cause: error });
  }
  if (code === '23503') {
    return new Problem(422, 'unknown-reference', { vi: 'Có mục được nhắc tới nhưng không tồn tại.', en: 'Something referred to does not exist.' }, { cause: error });
  }
  if (code === '55P03' || code === '40001' || code === '40P01') {
    return new Problem(409, 'busy', { vi: 'Có người khác đang sửa cùng lúc, xin thử lại.', en: 'Somebody else is changing this, please try again.' }, { headers: { 'retry-after': '1' }, cause: error });
  }
  // Also where PostgreSQL is there and lets us in no more: login, database or its state.
  if (/^(08|28|3D|53|55000|57)/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOST|NOTFOUND)/.test(code)) return unavailable(error);
  return undefined;
}

/** For the moment in which a province changes servers: it is read, and not written. */
export function moving(cause?: unknown): Problem {
  return new Problem(
    503,
    'province-moving',
    { vi: 'Dữ liệu của tỉnh đang được chuyển chỗ; vẫn xem được, xin gửi lại sau ít giây.', en: 'The data of this province is being moved; reading works, please send this again in a few seconds.' },
    { headers: { 'retry-after': '2' }, cause },
  );
}

export function unavailable(cause?: unknown): Problem {
  return new Problem(
    503,
    'database-unavailable',
    { vi: 'Cơ sở dữ liệu của tỉnh tạm thời không trả lời.', en: 'The database of the province does not answer for now.' },
    { headers: { 'retry-after': '5' }, cause },
  );
}

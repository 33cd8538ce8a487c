import type { Text } from './text.ts';

export interface FieldError {
  /** Where in the input, for example `body.photos.2` or `query.bbox`. */
  readonly path: string;
  readonly message: Text;
}

export interface ProblemOptions {
  /** What the reader can do about it. */
  readonly detail?: Text;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/**
 * An error meant for its reader, sent as `application/problem+json` (RFC 9457).
 *
 * @example throw new Problem(409, 'report-already-closed', { vi: 'Phản ánh đã đóng.', en: 'The report is closed.' });
 */
export class Problem extends Error {
  readonly status: number;
  /** Stable and machine-readable, kebab-case; the last segment of the problem's `type`. */
  readonly code: string;
  readonly title: Text;
  readonly detail: Text | undefined;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, title: Text, options: ProblemOptions = {}) {
    super(title.en ?? title.vi, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = options.detail;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

export function notFound(what: Text): Problem {
  return new Problem(404, 'not-found', {
    vi: `Không tìm thấy ${what.vi}.`,
    en: `${what.en ?? what.vi} not found.`,
  });
}

export function invalid(path: string, message: Text): Problem {
  return invalidFields([{ path, message }]);
}

/** All that is wrong at once, so that its sender need not mend one thing after the other. */
export function invalidFields(errors: readonly FieldError[]): Problem {
  return new Problem(422, 'invalid-input', { vi: 'Dữ liệu gửi lên chưa hợp lệ.', en: 'The input is not valid.' }, { errors });
}

export function forbidden(): Problem {
  return new Problem(
    403,
    'forbidden',
    { vi: 'Bạn không có quyền làm việc này.', en: 'You may not do this.' },
    {
      detail: {
        vi: 'Hãy liên hệ quản trị viên của tỉnh nếu bạn cần quyền này.',
        en: 'Ask an administrator of the province if you need this permission.',
      },
    },
  );
}

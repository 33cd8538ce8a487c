import type { Problem } from '../client/core-api.gen.ts';

export type Uploaded = { readonly id: string } | { readonly problem: Pick<Problem, 'code' | 'messages'> };

export interface UploadOptions {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  progress(share: number): void;
}

/** The property `upload` of `<tt-picture-input>`: sends one file and answers with its id, or why not. */
export type Upload = (file: Blob, options: UploadOptions) => Promise<Uploaded>;

const stalledAfterMs = 60_000;

/**
 * An `Upload` to an address that takes a form with one `file` and answers `{ id }`. By XMLHttpRequest, because `fetch` does
 * not tell how far it is.
 *
 * @example picker.upload = uploadTo(`${home.origin}/api/field-reports/photos?key=${key}`);
 */
export function uploadTo(address: string): Upload {
  return (file, { signal, progress }) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = (answer: Uploaded) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        resolve(answer);
      };
      const abort = () => request.abort();
      // A line that is dead without having been cut says nothing.
      const moved = () => {
        clearTimeout(timer);
        timer = setTimeout(abort, stalledAfterMs);
      };
      request.open('POST', address);
      request.responseType = 'json';
      request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        moved();
        if (lengthComputable) progress(loaded / total);
      };
      request.onload = () => end(answerOf(request));
      request.onerror = request.onabort = () => end({ problem: unreachable });
      signal.addEventListener('abort', abort);
      moved();
      const form = new FormData();
      form.append('file', file, 'anh.jpg');
      request.send(form);
    });
}

function answerOf({ status, response }: XMLHttpRequest): Uploaded {
  const answer = response as { id?: string } & Partial<Problem> | null;
  if (status < 300 && answer?.id !== undefined) return { id: answer.id };
  if ([502, 503, 504].includes(status)) return { problem: unreachable };
  if (answer?.messages !== undefined) return { problem: { code: answer.code ?? 'unexpected-answer', messages: answer.messages } };
  return { problem: { code: 'unexpected-answer', messages: { vi: 'Hệ thống trả lời không như mong đợi.', en: 'The server gave an unexpected answer.' } } };
}

const unreachable: Pick<Problem, 'code' | 'messages'> = {
  code: 'unreachable',
  messages: { vi: 'Mất kết nối khi đang gửi ảnh.', en: 'The connection was lost while the picture was being sent.' },
};

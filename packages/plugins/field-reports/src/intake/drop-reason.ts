/** A letter as far as it says who or what wrote it. */
export interface LetterHead {
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly from: string;
}

const machines = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)([+._-].*)?@/i;

/**
 * Why a letter is no report: a machine wrote it. It is kept among what was put aside, with this reason.
 * Source: RFC 3834 (automatic responses), RFC 3464 (delivery reports), and what servers do that follow neither.
 */
export function dropReason({ headers, from }: LetterHead): string | undefined {
  const header = (name: string) => headers.get(name)?.toLowerCase().trim() ?? '';
  if (header('content-type').startsWith('multipart/report') || header('return-path') === '<>') return 'delivery report';
  if (header('auto-submitted') !== '' && header('auto-submitted') !== 'no') return 'automatic reply';
  if (headers.has('x-autoreply') || headers.has('x-autorespond') || /^(auto_reply|auto-reply)$/.test(header('precedence'))) return 'automatic reply';
  if (/^(bulk|junk|list)$/.test(header('precedence')) || headers.has('list-id') || headers.has('list-unsubscribe')) return 'mailing list';
  if (header('x-spam-flag') === 'yes') return 'marked as spam by the mail server';
  return machines.test(from) ? 'sent by a machine' : undefined;
}

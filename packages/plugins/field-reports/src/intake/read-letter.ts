import PostalMime from 'postal-mime';
import { dropReason } from './drop-reason.ts';
import { htmlToText } from './html-to-text.ts';
import { cleanText } from './read-message.ts';

const mostCharacters = 4_000;

export interface Letter {
  readonly messageId: string | undefined;
  readonly name: string | null;
  readonly email: string | null;
  /** Subject and words, without the signature. */
  readonly text: string;
  readonly pictures: readonly Uint8Array[];
  /** Why it is no report, where a machine wrote it. */
  readonly drop: string | undefined;
}

export type ReadLetter = { readonly letter: Letter } | { readonly fault: string };

/** A raw letter (RFC 5322 with MIME) as far as a report can be made of it. HTML becomes text; attachments other than pictures are left out. */
export async function readLetter(raw: Uint8Array): Promise<ReadLetter> {
  if (!looksLikeLetter(raw)) return { fault: 'not a letter: no From header' };
  let parsed: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    parsed = await PostalMime.parse(raw, { maxNestingDepth: 32, maxHeadersSize: 256 * 1024 });
  } catch {
    return { fault: 'the letter cannot be read' };
  }
  const email = parsed.from?.address ?? '';
  const headers = new Map(parsed.headers.map(({ key, value }) => [key.toLowerCase(), value]));
  const words = cleanText(parsed.text?.trim() || htmlToText(parsed.html ?? ''));
  const text = withSubject(cleanText(parsed.subject ?? ''), withoutSignature(words)).slice(0, mostCharacters);
  const drop = dropReason({ headers, from: email });
  if (text === '' && drop === undefined) return { fault: 'no text' };
  const pictures = parsed.attachments.flatMap(({ mimeType, content }) => (/^image\//i.test(mimeType) ? [bytesOf(content)] : []));
  return { letter: { messageId: parsed.messageId, name: cleanText(parsed.from?.name ?? '').slice(0, 100) || null, email: validAddress(email), text, pictures, drop } };
}

/** Whatever bytes come in, the parser makes a letter of them; one without a sender is none. */
function looksLikeLetter(raw: Uint8Array): boolean {
  const head = Buffer.from(raw.subarray(0, 256 * 1024)).toString('latin1').split(/\r?\n\r?\n/, 1)[0]!;
  return /^from:/im.test(head);
}

/** `-- ` on a line of its own begins a signature (RFC 3676). */
function withoutSignature(text: string): string {
  return text.replace(/^-- ?\n[\s\S]*$/m, '').trim();
}

function withSubject(subject: string, text: string): string {
  const said = subject.replace(/^((re|fw|fwd|trả lời)\s*:\s*)+/i, '');
  return said === '' || text.toLowerCase().includes(said.toLowerCase()) ? text || said : `${said}\n\n${text}`.trim();
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array => (typeof content === 'string' ? Buffer.from(content, 'base64') : new Uint8Array(content));

function validAddress(address: string): string | null {
  return /^[^\s@<>]{1,64}@[^\s@<>]{1,190}$/.test(address) ? address : null;
}

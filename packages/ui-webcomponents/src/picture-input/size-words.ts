import type { Language } from '../base/language.ts';

/** `480 kB`, `1,4 MB`, with a no-break space. */
export function sizeWords(bytes: number, language: Language): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes < 0.95) return `${Math.max(1, Math.round(bytes / 1_000))}\u00a0kB`;
  return `${megabytes.toLocaleString(language, { maximumFractionDigits: 1 })}\u00a0MB`;
}

import type { Text } from '../../plugin/text.ts';
import type { Language } from '../language.ts';

/** Picks the words for the reader: from a text that has both languages, or from the two written side by side. */
export interface Say {
  (vi: string, en: string): string;
  (text: Text): string;
  readonly language: Language;
}

/** @example const say = sayIn(ctx.language); say('Gửi phản ánh', 'Send a report') */
export function sayIn(language: Language): Say {
  const say = (vi: string | Text, en?: string): string => {
    const text = typeof vi === 'string' ? { vi, en } : vi;
    return language === 'en' ? (text.en ?? text.vi) : text.vi;
  };
  return Object.assign(say, { language });
}

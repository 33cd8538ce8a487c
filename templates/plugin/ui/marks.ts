import { createClient } from '@tinhthong/ui-webcomponents';
import type { FloodMark, paths } from './api.gen.ts';

export type { FloodMark };

/** The API of this module at a province; `baseUrl` empty on the province's own pages, elsewhere with the key made for them. */
export const marksApi = (baseUrl: string, embedKey?: string) => createClient<paths>({ baseUrl, embedKey, language: language() });

/** The language of the page that the element stands on. */
export function language(): 'vi' | 'en' {
  return globalThis.document?.documentElement.lang.startsWith('en') ? 'en' : 'vi';
}

export function say(vi: string, en: string): string {
  return language() === 'en' ? en : vi;
}

/** As a neighbour would say it: a knee is at half a metre. */
export function depthInWords(cm: number): string {
  if (cm < 25) return say('ngang mắt cá', 'to the ankle');
  if (cm < 60) return say('ngang đầu gối', 'to the knee');
  if (cm < 110) return say('ngang thắt lưng', 'to the waist');
  return say('quá ngực', 'above the chest');
}

export function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00+07:00`).toLocaleDateString(language() === 'en' ? 'en-GB' : 'vi-VN', { dateStyle: 'long', timeZone: 'Asia/Ho_Chi_Minh' });
}

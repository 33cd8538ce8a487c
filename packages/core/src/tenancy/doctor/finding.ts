import type { Text } from '../../plugin/text.ts';

/** Something that the doctor has looked at. */
export interface Finding {
  /** What was looked at, for machines: `disk`, `isolation`, `tasks` … */
  readonly check: string;
  readonly level: 'ok' | 'warning' | 'error';
  readonly province?: string;
  readonly says: Text;
  /** What to do about it. */
  readonly advice?: Text;
}

export const fine = (check: string, vi: string, en: string): Finding => ({ check, level: 'ok', says: { vi, en } });

/** A finding that asks for something. */
export function asks(level: 'warning' | 'error', check: string, says: Text, advice: Text, province?: string): Finding {
  return { check, level, says, advice, ...(province !== undefined && { province }) };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { isDeepStrictEqual } from 'node:util';

/** What is wrong on the day: the first ends it. */
export class WrongDay extends Error {}

/** Holds what the day should be against what the province answers. */
export function check(what: string, actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) throw new WrongDay(`${what}\n  phải là: ${shown(expected)}\n  thực tế: ${shown(actual)}`);
}

export function checkThat(what: string, holds: boolean, seen?: unknown): asserts holds {
  if (!holds) throw new WrongDay(seen === undefined ? what : `${what}\n  thực tế: ${shown(seen)}`);
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'không có').slice(0, 2_000);

/** Numbers as they are written here: `1.234`. */
export const number = (value: number): string => value.toLocaleString('vi-VN');

/** `05:30:12`, as the clock on the wall of the operations centre has it. */
export const wallClock = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(11, 19);

import type { Random } from './random.ts';
import type { Template } from './texts/category-texts.ts';

/** Fills for `<slot>`; a function is asked anew at every use. */
export type Slots = Readonly<Record<string, string | (() => string)>>;

const innermostChoice = /\[([^[\]]*)\]/g;
const slotMark = /<(\w+)>/g;

/** Takes one way through a template (see {@link Template}) and tidies what empty alternatives leave behind. */
export function write(template: Template, slots: Slots, random: Random): string {
  let text = template;
  while (text.includes('[')) text = text.replace(innermostChoice, (_, choices: string) => random.pick(choices.split('|')));
  while (text.includes('<')) text = text.replace(slotMark, (_, slot: string) => fill(slot, slots));
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;:])/g, '$1')
    .replace(/(,\s*)+(?=[,.;]|$)/g, '')
    .trim();
}

/** Capital letters where sentences begin, full stop at the end. */
export function sentence(text: string): string {
  const closed = /[.!?…]$/.test(text) ? text : `${text}.`;
  return capitalised(closed).replace(/([.!?…] )(\p{Ll})/gu, (_, stop: string, letter: string) => stop + letter.toUpperCase());
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function fill(slot: string, slots: Slots): string {
  const value = slots[slot];
  if (value === undefined) throw new RangeError(`no fill for <${slot}>`);
  return typeof value === 'function' ? value() : value;
}

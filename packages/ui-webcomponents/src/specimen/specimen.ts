import type { TemplateResult } from 'lit';
import type { Language, Say, Text } from '../base/language.ts';

/** How the gallery shows things at this moment. */
export interface Surrounding {
  readonly say: Say;
  readonly language: Language;
}

export interface State {
  show(around: Surrounding): TemplateResult;
  /** Brings it into its state by hand: presses, types, waits. `root` holds what `show` made. */
  ready?(root: ShadowRoot): Promise<void> | void;
  /** Answers for the server, where an element asks one; without an answer the line is gone. */
  answer?(request: Request): Response | Promise<Response> | undefined;
}

/**
 * What the gallery shows of an element: every state by its name. Stands beside the element, in `<name>.gallery.ts`; the
 * gallery finds those of the kit and of every plugin's `ui/` by itself, and tests walk through all of them.
 *
 * @example
 * export const specimen: Specimen = {
 *   what: { vi: 'Nhiều cách xem một thứ.', en: 'Views of one thing.' },
 *   states: { plain: { show: ({ say }) => html`<tt-tabs .tabs=${…}></tt-tabs>` } },
 * };
 */
export interface Specimen {
  /** What it is for, in one sentence: whoever looks for an element finds it by these words. */
  readonly what: Text;
  /** Shown as wide as the page, not as wide as a form. */
  readonly wide?: boolean;
  readonly states: Readonly<Record<string, State>>;
}

/** An element of ours in `root`, once it has been drawn. */
export async function drawn<Element extends HTMLElement>(root: ParentNode, selector: string): Promise<Element & { readonly shadowRoot: ShadowRoot }> {
  const element = root.querySelector<Element & { readonly shadowRoot: ShadowRoot; readonly updateComplete?: Promise<unknown> }>(selector);
  if (element === null) throw new Error(`Nothing here is ${selector}`);
  await customElements.whenDefined(element.localName);
  await element.updateComplete;
  return element;
}

/** Types into a field as a person does. */
export function typeInto(root: ParentNode, selector: string, text: string): void {
  const input = root.querySelector<HTMLInputElement>(selector)!;
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

export function pressKey(root: ParentNode, selector: string, key: string): void {
  root.querySelector(selector)!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

import type { PropertyDeclarations } from 'lit';
import { TtElement } from './tt-element.ts';

/**
 * An element that a form asks something with. Its `tt-change` stays in the tree that it stands in: the form hears it, the
 * page around does not.
 */
export abstract class TtControl extends TtElement {
  static override properties: PropertyDeclarations = { label: {}, hint: {}, error: {}, optional: { type: Boolean }, disabled: { type: Boolean } };

  declare label: string | undefined;
  declare hint: string | undefined;
  /** What is wrong, as the form says it. */
  declare error: string | undefined;
  declare optional: boolean;
  declare disabled: boolean;

  constructor() {
    super();
    this.optional = false;
    this.disabled = false;
  }

  protected changed(detail: object): void {
    this.dispatchEvent(new CustomEvent('tt-change', { detail, bubbles: true }));
  }
}

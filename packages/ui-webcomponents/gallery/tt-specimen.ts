import { css, type CSSResultGroup, noChange, type PropertyDeclarations, type TemplateResult } from 'lit';
import { define } from '../src/base/define.ts';
import { TtElement, TtWidget } from '../src/base/tt-element.ts';
import { fieldStyles } from '../src/fields/fields.styles.ts';
import { outboxStyles } from '../src/outbox/outbox.styles.ts';
import type { State } from '../src/specimen/specimen.ts';
import { statusStyles } from '../src/status/status.styles.ts';

const samples = css`.samples { display: grid; grid-template-columns: repeat(auto-fill, minmax(9em, 1fr)); gap: .75em; }`;

/** Stands for a widget: what it shows is in its tree and has its colours. A widget itself has its own, as on any page. */
export class TtSpecimen extends TtElement {
  static override styles: CSSResultGroup = [TtElement.styles, fieldStyles, statusStyles, outboxStyles, samples];
  static override properties: PropertyDeclarations = { state: { attribute: false }, theme: { reflect: true } };

  declare state: State | undefined;
  declare theme: 'light' | 'dark';
  #shown: State | undefined;

  // Once: in other colours it is the same one, with whatever was pressed and typed. Lit would set objects again that have
  // been changed by hand since.
  override render(): TemplateResult | typeof noChange {
    if (this.state === undefined || this.state === this.#shown) return noChange;
    this.#shown = this.state;
    return this.state.show({ say: this.say, language: this.language });
  }

  protected override updated(): void {
    for (const widget of this.renderRoot.children) {
      if (!(widget instanceof TtWidget)) continue;
      widget.removeAttribute('nested');
      widget.setAttribute('theme', this.theme);
    }
  }
}

define('tt-specimen', TtSpecimen);

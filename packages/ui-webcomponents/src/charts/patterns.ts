import { html, type TemplateResult } from 'lit';
import type { FigureState } from './words.ts';

/** Slanting stripes for what is held back, level ones for what is too few, dots for what is missing: told apart from any colour, and from each other. */
export const patterns: TemplateResult = html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
  <pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="1" y1="0" x2="1" y2="7"></line></pattern>
  <pattern id="levels" width="6" height="6" patternUnits="userSpaceOnUse"><line class="hatch" x1="0" y1="3" x2="6" y2="3"></line></pattern>
  <pattern id="dots" width="7" height="7" patternUnits="userSpaceOnUse"><circle class="dots" cx="2" cy="2" r="1"></circle></pattern>
</defs></svg>`;

/** The fill that says why there is no value. */
export const fillOf = (state: FigureState): string => `url(#${state === 'none' ? 'dots' : state === 'too-few' ? 'levels' : 'stripes'})`;

import { css } from 'lit';

/** Colours and type come from the page around; what is set here follows the reader's own size and contrast. */
export const styles = css`
  :host { display: block; color: inherit; font: inherit; }
  ul { display: grid; gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
  li { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 1rem; padding: 0.75rem 1rem; border: 1px solid color-mix(in srgb, currentColor 25%, transparent); border-radius: 0.5rem; }
  strong { font-size: 1.15em; white-space: nowrap; }
  .place { flex: 1 1 12rem; }
  small { display: block; opacity: 0.8; }
  button { min-height: 2.75rem; padding: 0.5rem 1rem; border: 1px solid currentColor; border-radius: 0.5rem; background: transparent; color: inherit; font: inherit; cursor: pointer; }
  button:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
  button:disabled { opacity: 0.5; cursor: progress; }
`;

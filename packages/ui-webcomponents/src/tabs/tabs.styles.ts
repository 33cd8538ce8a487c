import { css } from 'lit';

export const styles = css`
  [role="tablist"] { display: flex; flex-wrap: wrap; gap: 0 .25em; margin-bottom: 1.25em; border-bottom: 1px solid var(--line); }
  [role="tab"] {
    min-height: 44px; padding: .5em .75em; margin-bottom: -1px; border: 0; border-bottom: 4px solid transparent; border-radius: 0;
    background: none; color: var(--link); font-weight: 400;
  }
  [role="tab"][aria-selected="true"] { border-color: currentColor; color: var(--text); font-weight: 600; }
  .views { container-type: inline-size; }
  /* In two rows the line below would belong to neither. */
  @container (max-width: 30em) {
    [role="tablist"] { gap: .5em; border: 0; }
    [role="tab"] { border: 1px solid var(--edge); border-radius: var(--radius); margin: 0; }
    [role="tab"][aria-selected="true"] { border-color: var(--action); background: var(--action); color: var(--on-action); }
  }
  [role="tabpanel"][hidden] { display: none; }
  @media (forced-colors: active) { [role="tab"] { border-color: Canvas; } [role="tab"][aria-selected="true"] { border-color: Highlight; outline: 2px solid Highlight; outline-offset: -4px; } }
`;

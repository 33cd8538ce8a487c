import { css } from 'lit';

export const styles = css`
  .room { container-type: inline-size; }
  dl { display: grid; gap: 1px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--line); overflow: hidden; margin-bottom: 1em; }
  /* Four, two or one beside each other: never three and one. */
  @container (min-width: 30em) { dl { grid-template-columns: 1fr 1fr; } }
  @container (min-width: 60em) { dl { grid-template-columns: repeat(4, 1fr); } }
  dl > div { padding: 1em 1.25em; background: var(--raised); }
  dt { font-weight: 600; }
  dd { margin: 0; font-variant-numeric: tabular-nums; }
  .value { font-size: 2em; line-height: 1.25; font-weight: 700; }
  .none { padding: .35em 0; font-weight: 600; color: var(--muted); }
  .muted { font-size: .9375em; }
  .bar { display: block; width: 100%; height: 8px; margin: .35em 0 .5em; border-radius: 4px; }
  .whole { fill: var(--line); }
  .share { fill: var(--link); }
  .note { margin-bottom: .5em; }
  p a { display: inline-flex; align-items: center; min-height: 44px; }
  @media (forced-colors: active) { .whole { fill: Canvas; stroke: CanvasText; } .share { fill: CanvasText; } dl { background: none; } dl > div { border: 1px solid; } }
`;

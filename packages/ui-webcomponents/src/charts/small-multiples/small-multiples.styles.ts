import { css } from 'lit';

export const styles = css`
  .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(11em, 100%), 1fr)); gap: 1.25em 1.5em; }
  @container (max-width: 30em) { .panels { grid-template-columns: 1fr 1fr; gap: 1.25em 1em; } }
  @container (max-width: 17em) { .panels { grid-template-columns: 1fr; } }
  .panels li { display: flex; flex-direction: column; justify-content: space-between; min-width: 0; }
  .name { font-size: .9375em; line-height: 1.3; }
  .last { font-weight: 600; font-variant-numeric: tabular-nums; }
  .last small { font-weight: 400; }
  .last.none { font-weight: 400; font-style: italic; color: var(--muted); }
  .panel { width: 100%; height: 4.5em; margin-top: .375em; border-bottom: 1px solid var(--edge); }
  .piece { stroke: var(--data); stroke-width: 2; stroke-linecap: round; }
  .piece.provisional { stroke-dasharray: 4 4; }
  .compare { stroke: var(--edge); stroke-width: 1.25; }
  .mark { fill: var(--data); stroke: var(--ground); stroke-width: 1.5; }
  .mark.hollow { fill: var(--ground); stroke: var(--data); stroke-width: 2; }
  .band { fill: url(#stripes); opacity: .55; }
  .band.missing { fill: url(#dots); }
  .scale { margin-top: 1em; color: var(--muted); font-size: .875em; }
`;

import { css } from 'lit';

export const styles = css`
  .bars { display: grid; grid-template-columns: fit-content(38%) 1fr auto; gap: .625em 1em; }
  .bars li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center; line-height: 1.35; }
  .bars svg { width: 100%; height: 1.375em; }
  .value { font-variant-numeric: tabular-nums; font-weight: 600; text-align: end; }
  .value small { display: inline-block; min-width: 3.75em; font-weight: 400; }
  .value.none { font-weight: 400; font-style: italic; color: var(--muted); }
  .bar { fill: var(--data); }
  .track { fill: var(--line); opacity: .5; }
  .strong .label, .strong .value { font-weight: 700; }
  .provisional .bar, .bar.provisional { fill-opacity: .45; stroke: var(--data); stroke-dasharray: 4 3; }
  @media (forced-colors: active) { .track { fill: none; stroke: GrayText; } }
  @container (max-width: 30em) {
    .bars { grid-template-columns: 1fr auto; gap: .875em 1em; }
    .bars svg { grid-row: 2; grid-column: 1 / -1; height: .875em; margin-top: .25em; }
  }
  @container (max-width: 15em) {
    .bars { grid-template-columns: 1fr; }
    .bars svg { grid-row: 3; }
    .value { text-align: start; }
  }
`;

import { css } from 'lit';

export const styles = css`
  .rows { display: grid; grid-template-columns: fit-content(34%) 1fr auto; gap: 0 1.25em; }
  .rows li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center; min-height: 3em; line-height: 1.35; border-bottom: 1px solid var(--line); }
  .rows li.ends { border: 0; }
  .rows svg { width: 100%; height: 3em; }
  .rows .ends svg { height: 1.75em; grid-column: 2; }
  .value { text-align: end; font-variant-numeric: tabular-nums; font-weight: 600; }
  .value small { display: block; font-weight: 400; font-size: .8125em; }
  .value.none { font-weight: 400; font-style: italic; color: var(--muted); }
  .whisker { stroke: var(--data); stroke-width: 4; stroke-opacity: .45; }
  .cap { stroke: var(--data); stroke-width: 2; }
  .dot { fill: var(--data); stroke: var(--ground); stroke-width: 1.5; }
  .reference { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 5 3; }
  .key { height: 1.25em; width: 2.75em; }
  @media (forced-colors: active) { .whisker { stroke-opacity: 1; stroke-width: 2; } }
  @container (max-width: 30em) {
    .rows { grid-template-columns: 1fr auto; }
    .rows li { padding: .5em 0 .25em; }
    .rows svg { grid-row: 2; grid-column: 1 / -1; height: 1.5em; }
    .rows .ends svg { grid-row: 1; grid-column: 1 / -1; }
    .value small { display: inline; margin-inline-start: .5em; }
  }
  @container (max-width: 15em) {
    .rows { grid-template-columns: 1fr; }
    .rows svg { grid-row: 3; }
    .value { text-align: start; }
  }
`;

import { css } from 'lit';

export const styles = css`
  .series-1 { --mine: var(--series-1); } .series-2 { --mine: var(--series-2); } .series-3 { --mine: var(--series-3); }
  .series-4 { --mine: var(--series-4); } .series-5 { --mine: var(--series-5); }
  .piece { stroke: var(--mine); stroke-width: 2.5; stroke-linecap: round; }
  .piece.provisional { stroke-dasharray: 5 5; }
  .mark { fill: var(--mine); stroke: var(--ground); stroke-width: 1.5; paint-order: stroke; }
  .mark.hollow { fill: var(--ground); stroke: var(--mine); stroke-width: 2; }
  .mark.cross { fill: none; stroke: var(--mine); stroke-width: 2.5; }
  .band { fill: url(#stripes); opacity: .55; }
  .band.missing { fill: url(#dots); }
  .cut { stroke: var(--edge); stroke-width: 1.5; stroke-dasharray: 2 3; }
  .key { width: 2em; height: 1em; }
`;

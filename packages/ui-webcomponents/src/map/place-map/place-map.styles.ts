import { css } from 'lit';

export const styles = css`
  .label { margin-bottom: .25em; font-weight: 600; }
  .hint { margin-bottom: .75em; }
  .cross { position: absolute; z-index: 900; inset: 0; margin: auto; width: 48px; height: 48px; pointer-events: none; fill: none; stroke: var(--text); stroke-width: 2.5; paint-order: stroke; }
  .cross .rim { stroke: var(--ground); stroke-width: 6; }
  .leaflet-pane > svg path.chosen { stroke: var(--ground); stroke-width: 3; fill: var(--bad); fill-opacity: 1; }
  .actions { margin-top: .75em; }
  .actions button { flex: none; }
  .told { flex: 1 1 14em; min-width: 0; }
  .told small { display: block; font-variant-numeric: tabular-nums; }
  @media (forced-colors: active) { .cross { stroke: CanvasText; } .cross .rim { stroke: Canvas; } .leaflet-pane > svg path.chosen { fill: Highlight; stroke: Canvas; } }
`;

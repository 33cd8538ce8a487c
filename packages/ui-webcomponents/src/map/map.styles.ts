import { css } from 'lit';

/** What our maps have in common; after Leaflet's own. */
export const mapStyles = css`
  .frame { position: relative; isolation: isolate; overflow: hidden; border: 1px solid var(--edge); border-radius: var(--radius); background: var(--sunken); }
  .frame:focus-within { outline: 3px solid var(--focus); outline-offset: 2px; }
  .map { height: clamp(300px, 52vh, 460px); outline: none; }
  .leaflet-container { background: var(--sunken); font: inherit; color: inherit; }
  .leaflet-pane > svg path.place { stroke: var(--edge); stroke-width: 1; fill: var(--ground); fill-opacity: 1; }
  .tiled .leaflet-pane > svg path.place { fill-opacity: 0; stroke-dasharray: 4 4; }
  .leaflet-pane > svg path.centre { stroke: var(--ground); stroke-width: 1.5; fill: var(--edge); fill-opacity: 1; }
  .names { z-index: 450; pointer-events: none; }
  .name { position: absolute; translate: -50% -50%; width: max-content; color: var(--text); font-size: .8125rem; line-height: 1.2; text-align: center; text-shadow: 0 0 3px var(--ground), 0 0 3px var(--ground), 0 0 3px var(--ground); }
  [hidden] { display: none; }
  .zoom { position: absolute; z-index: 1000; inset-block-start: .5em; inset-inline-end: .5em; display: grid; gap: .5em; }
  .zoom button { width: 44px; min-height: 44px; padding: 0; background: var(--raised); color: var(--text); border: 1px solid var(--edge); }
  .credit { position: absolute; z-index: 1000; inset-block-end: 0; inset-inline-end: 0; padding: 0 .5em; background: var(--ground); color: var(--muted); font-size: .75rem; }
  .waiting { display: grid; place-content: center; gap: .75em; height: clamp(300px, 52vh, 460px); padding: 1em; text-align: center; }
  @media print { .zoom { display: none; } }
`;

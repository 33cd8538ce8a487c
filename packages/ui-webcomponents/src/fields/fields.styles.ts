import { css } from 'lit';

/** For whatever shows fields, beside the styles that every element has. */
export const fieldStyles = css`
  .need { font-weight: 400; color: var(--muted); }
  .needs { margin: 0 0 1.5em; }
  .short { max-width: 14em; }
  .count { margin: .35em 0 0; color: var(--muted); font-size: .9375em; font-variant-numeric: tabular-nums; }
  .count.over { color: var(--bad); font-weight: 600; }
  legend { margin-bottom: .35em; }
  legend:not(:has(+ .option)) { margin-bottom: .25em; }
  .selecting { position: relative; }
  .selecting > select { appearance: none; padding-right: 3em; text-overflow: ellipsis; }
  .selecting > .icon { position: absolute; top: calc(50% - .625em); right: .875em; color: var(--muted); pointer-events: none; }
  .option { display: grid; grid-template-columns: auto 1fr; align-items: start; column-gap: .75em; }
  .option > label { margin: 0; padding: .6em 0; min-height: 44px; font-weight: 400; cursor: pointer; }
  .option > input { margin: .6em .25em 0; cursor: pointer; }
  .option > .hint { grid-column: 2; margin: -.35em 0 .5em; }
  .option > :is(input[type="radio"], input[type="checkbox"]) { border: 0; padding: 0; }
  .summary h2 { font-size: 1.1875em; text-wrap: wrap; }
  .summary li + li { margin-top: .25em; }
  .summary a { display: inline-block; padding: .35em 0; color: var(--bad); font-weight: 600; }
  @media (forced-colors: active) { .selecting > .icon { color: CanvasText; } }
  .summary:focus { outline: 3px solid var(--focus); outline-offset: 2px; }
`;

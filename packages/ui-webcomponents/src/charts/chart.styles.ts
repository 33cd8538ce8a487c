import { css } from 'lit';

/**
 * Colours that people of every colour vision tell apart (after Okabe and Ito), on light and on dark ground: whichever the
 * element around has, which `color-scheme` carries inwards.
 */
export const chartStyles = css`
  :host {
    --data: var(--tt-data, var(--link));
    --series-1: #0b63a5; --series-2: #b84a00; --series-3: #007a5a; --series-4: #9c3f88; --series-5: #545b67;
    --class-0: #dbe9f5; --class-1: #a3c9e4; --class-2: #5f9fcc; --class-3: #22679f; --class-4: #0a335c;
  }
  @supports (color: light-dark(#000, #fff)) {
    :host {
      --series-1: light-dark(#0b63a5, #74bdf5); --series-2: light-dark(#b84a00, #f2a468); --series-3: light-dark(#007a5a, #58cfa6);
      --series-4: light-dark(#9c3f88, #e5a1cd); --series-5: light-dark(#545b67, #c3c9d2);
      --class-0: light-dark(#dbe9f5, #1c3c57); --class-1: light-dark(#a3c9e4, #2a6592); --class-2: light-dark(#5f9fcc, #4c94c9);
      --class-3: light-dark(#22679f, #93c6ea); --class-4: light-dark(#0a335c, #e0f0fb);
    }
  }
  @media (forced-colors: active) {
    :host {
      --data: CanvasText;
      --series-1: CanvasText; --series-2: CanvasText; --series-3: CanvasText; --series-4: CanvasText; --series-5: CanvasText;
      --class-0: color-mix(in srgb, CanvasText 8%, Canvas); --class-1: color-mix(in srgb, CanvasText 30%, Canvas);
      --class-2: color-mix(in srgb, CanvasText 52%, Canvas); --class-3: color-mix(in srgb, CanvasText 74%, Canvas); --class-4: CanvasText;
    }
  }

  figure { container-type: inline-size; }
  figcaption { margin: 0 0 1em; }
  .heading { font-size: 1.125em; font-weight: 600; line-height: 1.35; text-wrap: balance; }
  .subheading { color: var(--muted); font-size: .9375em; }
  .note { margin-top: .75em; color: var(--muted); font-size: .875em; }
  svg { display: block; overflow: visible; print-color-adjust: exact; }
  .patterns { position: absolute; }
  svg.whole { width: 100%; height: auto; }
  svg text { font-family: var(--font); font-size: .875em; fill: var(--muted); font-variant-numeric: tabular-nums; }
  svg text.strong { fill: var(--text); font-weight: 600; }
  .gridline { stroke: var(--line); stroke-width: 1; }
  .axis { stroke: var(--edge); stroke-width: 1; }
  .hatch { stroke: var(--edge); stroke-width: 1.5; }
  .dots { fill: var(--edge); }
  .withheld { stroke: var(--edge); stroke-width: 1; }
  .legend { display: flex; flex-wrap: wrap; gap: .25em 1.25em; margin: 0 0 .75em; font-size: .875em; }
  .legend li { display: flex; align-items: center; gap: .5em; }
  .legend svg { flex: none; }

  details { margin-top: .75em; }
  summary { display: inline-flex; align-items: center; gap: .5em; min-height: 44px; color: var(--link); text-decoration: underline; text-underline-offset: .18em; cursor: pointer; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary::before { content: ""; width: .5em; height: .5em; border: solid currentColor; border-width: 0 2px 2px 0; rotate: -45deg; }
  details[open] > summary::before { rotate: 45deg; }
  .scroll { position: relative; overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; font-size: .9375em; font-variant-numeric: tabular-nums; }
  th, td { padding: .5em .75em; border-bottom: 1px solid var(--line); text-align: end; vertical-align: top; font-weight: 400; }
  thead th { border-bottom: 2px solid var(--edge); font-weight: 600; vertical-align: bottom; }
  .wide td, .short { white-space: nowrap; }
  .wide thead th { min-width: 5em; }
  tbody th { min-width: 5.25em; }
  .wide tbody th { min-width: 6em; }
  @container (max-width: 30em) { th, td { padding-inline: .375em; } }
  :is(th, td):first-child { position: sticky; inset-inline-start: 0; background: var(--ground); padding-inline-start: 0; text-align: start; }
  :is(th, td):last-child { padding-inline-end: 0; }

  @media print { summary { display: none; } details::details-content { content-visibility: visible; block-size: auto; } }
`;

import { css } from 'lit';

/** What elements look like in every widget and screen: text, links, buttons, fields, notices, as on the province's pages. */
export const shared = css`
  h2, h3, p, ul, ol, dl, dd, figure, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
  h2 { font-size: 1.375em; line-height: 1.3; text-wrap: pretty; }
  h3 { font-size: 1.0625em; line-height: 1.35; text-wrap: pretty; }
  ul, ol { list-style: none; }
  a { color: var(--link); text-underline-offset: .18em; }
  a:hover { text-decoration-thickness: 2px; }
  small, .hint, .muted { color: var(--muted); font-size: .9375em; }
  :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .icon { width: 1.25em; height: 1.25em; flex: none; vertical-align: -.24em; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }

  button, .button {
    display: inline-flex; align-items: center; justify-content: center; gap: .5em; min-height: 48px; padding: .5em 1.5em;
    border: 2px solid var(--action); border-radius: var(--radius); background: var(--action); color: var(--on-action);
    font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  }
  button:hover, .button:hover { filter: brightness(1.12); text-decoration: underline; }
  button:disabled { opacity: .55; cursor: default; filter: none; text-decoration: none; }
  .grave { background: var(--bad); border-color: var(--bad); color: var(--ground); }
  .second { background: transparent; color: var(--link); border-color: currentColor; }
  .plain { justify-content: flex-start; min-width: 44px; min-height: 44px; padding: 0; border: 0; background: none; color: var(--link); font-weight: 400; text-decoration: underline; }
  slot:not([name]) + p { margin-top: .5em; }
  .actions { display: flex; flex-wrap: wrap; gap: .75em; align-items: center; }

  .field { display: block; margin: 0 0 1.5em; }
  label, legend { display: block; padding: 0; margin: 0 0 .25em; font-weight: 600; }
  :is(.field, fieldset) > .hint { margin: 0 0 .5em; }
  .error { margin: 0 0 .5em; color: var(--bad); font-weight: 600; }
  .wrong { padding-left: 1em; border-left: 5px solid var(--bad); }
  input, select, textarea {
    width: 100%; min-height: 48px; padding: .5em .75em; border: 1px solid var(--edge); border-radius: var(--radius);
    background: var(--ground); color: inherit; font: inherit; margin: 0;
  }
  :is(input, select, textarea):disabled { border-color: var(--line); background: var(--sunken); color: var(--muted); opacity: 1; }
  .wrong :is(input, select, textarea) { border: 2px solid var(--bad); }
  textarea { min-height: 8em; resize: vertical; }
  input[type="checkbox"], input[type="radio"] { width: 1.5em; height: 1.5em; min-height: 0; flex: none; accent-color: var(--link); }
  .choice { display: flex; gap: .75em; align-items: center; min-height: 44px; font-weight: 400; margin: 0; }

  .notice { margin: 0 0 1.25em; padding: 1em 1.25em; border-left: 6px solid var(--info); border-radius: var(--radius); background: var(--info-soft); }
  .notice > * + * { margin-top: .5em; }
  .notice.good { border-color: var(--good); background: var(--good-soft); }
  .notice.warn { border-color: var(--warn); background: var(--warn-soft); }
  .notice.bad { border-color: var(--bad); background: var(--bad-soft); }
  .status { display: inline-flex; align-items: center; gap: .4em; width: fit-content; padding: .05em .75em .05em .5em; border: 1px solid; border-radius: 2em; font-size: .9375em; font-weight: 600; color: var(--info); background: var(--info-soft); }
  .status.good { color: var(--good); background: var(--good-soft); }
  .status.warn { color: var(--warn); background: var(--warn-soft); }
  .status.none { color: var(--muted); background: var(--sunken); }
  .late { color: var(--bad); font-weight: 600; }
  @media (prefers-reduced-motion: no-preference) { button, .button { transition: filter .15s; } }
  @media (forced-colors: active) { .notice, .status { border: 1px solid; } .icon { color: CanvasText; } button .icon { color: ButtonText; } }
`;

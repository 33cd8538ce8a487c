import { css } from 'lit';

export const styles = css`
  h2 { margin: 0 0 .35em; }
  h2 + .notice { margin-top: .75em; }
  [data-heading] { font-size: var(--title); }
  h2:focus { outline: 0; }
  .lead { margin: 0 0 1.5em; color: var(--muted); text-wrap: pretty; }
  form > .notice.told { margin-bottom: 1.5em; }
  .part { margin: 0 0 1.5em; }
  .part > .notice { margin: 1em 0 0; }
  /* As tall as they will be: nothing jumps under the reader's thumb when they come. */
  tt-place-field:not(:defined) { display: block; min-height: 22em; }
  tt-picture-input:not(:defined) { display: block; min-height: 8em; }
  .contact { margin: 0 0 1.5em; padding: 0 0 0 1em; border-left: 4px solid var(--line); }
  .contact > :last-child { margin-bottom: 0; }
  p + p, .receipt + p, .outbox + p, p + .outbox { margin-top: .75em; }
  .actions { margin-top: 1.25em; }
  .receipt { display: flex; flex-wrap: wrap; gap: 1em 2em; align-items: center; justify-content: space-between; margin: 1em 0; padding: 1.25em; border-left: 6px solid var(--good); border-radius: var(--radius); background: var(--good-soft); }
  .receipt dl { display: grid; gap: 1em; flex: 1 1 14em; }
  .time { white-space: nowrap; }
  dd { margin: 0; }
  .code { font: 700 1.375em/1.4 ui-monospace, "Cascadia Mono", "Roboto Mono", monospace; overflow-wrap: anywhere; user-select: all; }
  .scan { flex: 0 1 10em; }
  .scan p { font-size: .875em; }
  .qr { display: block; width: 10em; max-width: 100%; height: auto; margin-bottom: .5em; border-radius: 4px; forced-color-adjust: none; }
  .similar { display: grid; gap: .75em; margin: 1em 0; }
  .similar li { padding: 1em 1.25em; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); }
  .similar li > * + * { margin-top: .5em; }
  .look { display: inline-flex; align-items: center; min-height: 44px; }
  .text { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .outbox { margin-bottom: 1.25em; }
  .outbox .receipt { padding: 0; border: 0; background: none; }
`;

import { css } from 'lit';

export const styles = css`
  h2 { margin: 0 0 .35em; }
  h2:focus { outline: 0; }
  h2 small { display: block; font-weight: 400; }
  .course { margin: 1.75em 0 .75em; }
  [role=status] > .notice { margin: .75em 0 0; }
  .lead { margin: 0 0 1.5em; color: var(--muted); }
  dd { margin: 0; }
  .standing { display: flex; flex-wrap: wrap; gap: .5em 1em; align-items: center; margin: .75em 0 1.25em; }
  .due { font-weight: 600; }
  .pre { white-space: pre-line; }
  .facts { margin-top: 1.5em; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr)); gap: 1em 2em; padding: 1.25em; border-radius: var(--radius); background: var(--sunken); }
  .facts dt { color: var(--muted); font-size: .9375em; }
  .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9em), 1fr)); gap: .75em; margin-top: 1.25em; }
  .pictures img { display: block; width: 100%; height: auto; aspect-ratio: 4 / 3; object-fit: cover; border-radius: var(--radius); background: var(--sunken); }
  .timeline li { position: relative; padding: 0 0 1.25em 1.75em; border-left: 2px solid var(--line); margin-left: .5em; }
  .timeline li::before { content: ""; position: absolute; left: -.5em; top: .35em; width: .875em; height: .875em; border-radius: 50%; background: var(--ground); border: 3px solid var(--link); }
  .timeline li:last-child { border-color: transparent; padding-bottom: 0; }
  .timeline li:last-child::before { background: var(--link); }
  .reaction { margin-top: 1.5em; padding: 1.25em; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); }
  details.reaction { padding: 0 1.25em; }
  summary { display: list-item; padding: .75em 0; min-height: 44px; font-weight: 600; color: var(--link); cursor: pointer; }
  details[open] { padding-bottom: 1.25em; }
  .away { margin-top: 1.75em; }
  .actions a { display: inline-flex; align-items: center; min-height: 44px; }
  @media (forced-colors: active) { .timeline li::before { border-color: CanvasText; } .timeline li:last-child::before { background: CanvasText; } }
`;

import { css } from 'lit';

export const styles = css`
  .filter { display: grid; gap: .75em 1em; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr)); margin-bottom: 1em; padding: 1em 1.25em; border-radius: var(--radius); background: var(--sunken); }
  .filter .field { margin: 0; }
  .all { margin-top: 1em; }
  .all a { display: inline-block; padding: .5em 0; }
  .title { margin-bottom: .75em; }
`;

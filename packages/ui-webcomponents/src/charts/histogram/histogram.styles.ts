import { css } from 'lit';

export const styles = css`
  .bar { fill: var(--data); }
  .marker { stroke: var(--text); stroke-width: 2; stroke-dasharray: 5 3; }
  .names { text-align: center; color: var(--muted); font-size: .875em; }
  .key { width: 2em; height: 1em; }
`;

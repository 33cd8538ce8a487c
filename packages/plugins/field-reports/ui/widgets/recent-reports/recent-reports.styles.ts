import { css } from 'lit';

export const styles = css`
  li { padding: 1em 0; border-top: 1px solid var(--line); }
  li:last-child { border-bottom: 1px solid var(--line); }
  li > * + * { margin-top: .35em; }
  .head { display: flex; flex-wrap: wrap; gap: .35em .75em; align-items: center; justify-content: space-between; }
  .head a { display: inline-flex; align-items: center; min-height: 32px; font-weight: 600; }
  .text { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .links { display: flex; flex-wrap: wrap; gap: 0 1.5em; margin-top: .5em; }
  .links a { display: inline-flex; align-items: center; min-height: 44px; }
`;

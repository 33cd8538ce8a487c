import { css } from 'lit';

export const styles = css`
  .card { padding: 1.25em; border: 1px solid var(--line); border-top: 6px solid var(--brand); border-radius: var(--radius); background: var(--raised); }
  .title { font-weight: 600; }
  .of { font-weight: 400; color: var(--muted); }
  .of::before { content: "· "; }
  .number { display: inline-flex; align-items: center; gap: .35em; min-height: 56px; font-size: 1.75em; font-weight: 700; font-variant-numeric: tabular-nums; text-decoration: none; }
  .number:hover { text-decoration: underline; }
  .hours { color: var(--muted); }
  .danger { margin-top: 1em; padding-top: 1em; border-top: 1px solid var(--line); }
  ul { display: flex; flex-wrap: wrap; gap: 0 1.5em; }
  li a { display: inline-flex; gap: .5em; align-items: center; min-height: 44px; }
`;

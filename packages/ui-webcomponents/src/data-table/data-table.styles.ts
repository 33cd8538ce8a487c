import { css } from 'lit';

export const styles = css`
  :host { container: table / inline-size !important; }
  .flat { position: relative; overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  .caption { padding: 0 0 .5em; font-size: 1.0625em; font-weight: 600; }
  th, td { padding: .6em 1.5em .6em 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
  th:last-child, td:last-child { padding-right: 0; }
  thead th { border-bottom: 2px solid var(--edge); vertical-align: middle; font-weight: 600; }
  thead th:has(button) { padding-top: .15em; padding-bottom: .15em; }
  thead .plain { gap: .25em; text-align: start; font-weight: 600; text-decoration: none; }
  thead .plain:hover { text-decoration: underline; }
  .number { text-align: end; white-space: nowrap; }
  .number .plain { justify-content: flex-end; text-align: end; }
  tbody th { font-weight: 400; }
  tbody tr:hover > * { background: var(--sunken); }
  .label { display: none; }
  .nothing { padding: 1.5em; border: 1px dashed var(--edge); border-radius: var(--radius); color: var(--muted); text-align: center; }
  .sorter { display: none; }
  /* A row with a chip is as high as one without. */
  td .status { margin-block: -.2em; }
  .flat td { white-space: nowrap; }
  .flat th:first-child { z-index: 1; position: sticky; left: 0; background: var(--ground); }

  @container table (max-width: 32em) {
    .sorter { display: grid; grid-template-columns: auto 1fr; gap: .75em; align-items: center; margin-bottom: 1em; }
    .sorter label { margin: 0; }
    .folds :is(table, tbody, tr, th, td) { display: block; }
    .folds thead { display: none; }
    .folds tr { padding: .75em 1em; margin-bottom: .75em; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); }
    .folds :is(th, td) { padding: .15em 0; border: 0; }
    .folds tbody tr:hover > * { background: none; }
    .folds tbody th { padding-bottom: .35em; font-weight: 600; }
    .folds td { display: flex; gap: 1em; justify-content: space-between; text-align: end; }
    .folds td > span:last-child { min-width: 0; }
    .folds .label { display: block; color: var(--muted); text-align: start; }
  }
`;

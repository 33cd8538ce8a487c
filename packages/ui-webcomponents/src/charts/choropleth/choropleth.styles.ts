import { css } from 'lit';

export const styles = css`
  .shape { stroke: var(--ground); stroke-width: .75; stroke-linejoin: round; }
  .shape.class-0 { stroke: var(--edge); stroke-width: .5; }
  .shape.none { stroke: var(--edge); }
  .class-0 { fill: var(--class-0); } .class-1 { fill: var(--class-1); } .class-2 { fill: var(--class-2); }
  .class-3 { fill: var(--class-3); } .class-4 { fill: var(--class-4); }
  .key { width: 1.75em; height: 1.125em; }
  .key rect { stroke: var(--edge); stroke-width: 1; }
  .map { display: flex; flex-direction: column; gap: 1em; }
  .map .legend { margin: 0; }
  @container (min-width: 36em) {
    .map { flex-direction: row; gap: 2em; align-items: flex-start; }
    .map > svg { flex: 1; min-width: 0; }
    .map .legend { flex-direction: column; flex: none; max-width: 13em; gap: .5em; }
  }
`;

import { css } from 'lit';

export const styles = css`
  .room { container-type: inline-size; }
  .toggle { margin-bottom: 1em; }
  .both { display: grid; gap: 1em; }
  .list { display: grid; gap: 0; align-content: start; }
  .list li { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25em .75em; padding: .75em 0; border-bottom: 1px solid var(--line); }
  .list li > div { flex: 1 1 12em; min-width: 0; }
  .list a { font-weight: 600; }
  .list strong { font-weight: 600; }
  .list p { color: var(--muted); font-size: .9375em; }
  .list .chosen { padding-inline: .75em; border-left: 4px solid var(--info); background: var(--info-soft); }
  .list .plain { font-size: .9375em; }
  .more { display: flex; flex-wrap: wrap; align-items: center; gap: .25em .75em; margin-top: 1em; }
  .count { margin-bottom: .5em; }
  .point, .cluster { position: absolute; translate: -50% -50%; display: grid; place-content: center; border: 2px solid var(--ground); border-radius: 50%; background: var(--action); color: var(--on-action); cursor: pointer; }
  .point { width: 20px; height: 20px; box-shadow: 0 0 0 1px var(--action); }
  .point::before, .cluster::before { content: ""; position: absolute; inset: -12px; border-radius: 50%; }
  .cluster { width: 40px; height: 40px; font-weight: 700; font-size: .875rem; font-variant-numeric: tabular-nums; box-shadow: 0 0 0 1px var(--action); }
  .cluster::before { inset: -2px; }
  .point.chosen { width: 28px; height: 28px; background: var(--bad); box-shadow: 0 0 0 2px var(--bad); }
  @media (forced-colors: active) { .point, .cluster { border: 2px solid CanvasText; background: Canvas; color: CanvasText; } .point.chosen { background: Highlight; } .list .chosen { outline: 2px solid Highlight; } }
  @container (min-width: 48em) {
    .both.open { grid-template-columns: 3fr 2fr; gap: 1.5em; }
    .both.open .side { position: relative; max-height: 460px; overflow-y: auto; padding: 0 .5em; }
  }
`;

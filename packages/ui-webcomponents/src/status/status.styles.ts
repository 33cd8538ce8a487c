import { css } from 'lit';

/** For whatever shows states and notices, beside the styles that every element has. */
export const statusStyles = css`
  .status.bad { color: var(--bad); background: var(--bad-soft); }
  .notice.told { display: grid; grid-template-columns: auto 1fr; gap: 0 .75em; }
  .notice.told > * { margin: 0; }
  .notice.told > .icon { width: 1.5em; height: 1.5em; color: var(--info); }
  .notice.told.good > .icon { color: var(--good); }
  .notice.told.warn > .icon { color: var(--warn); }
  .notice.told.bad > .icon { color: var(--bad); }
  .notice.none { border-color: var(--edge); background: var(--sunken); }
  .notice.told.none > .icon { color: var(--muted); }
  @media (forced-colors: active) { .notice.told > .icon { color: CanvasText !important; } }
  .notice.told > div > * + * { margin-top: .5em; }
`;

import { css } from 'lit';

export const styles = css`
  .box { position: relative; }
  input { padding-right: 3.25em; text-overflow: ellipsis; scroll-margin: 8px; }
  .opener {
    position: absolute; top: 0; right: 0; width: 3em; min-height: 48px; padding: 0; border: 0; background: none; color: var(--muted);
  }
  .opener:disabled { opacity: .5; }
  .list {
    position: absolute; z-index: 10; scroll-margin: 8px; inset: calc(100% + 8px) 0 auto; max-height: 18.5em; margin: 0; overflow-y: auto; overscroll-behavior: contain;
    border: 1px solid var(--edge); border-radius: var(--radius); background: var(--raised); box-shadow: 0 6px 24px rgb(0 0 0 / .18);
  }
  .list[hidden] { display: none; }
  .none { padding: .75em; color: var(--muted); }
  li {
    display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1em; min-height: 44px; padding: .5em .75em;
    border-left: 4px solid transparent; cursor: pointer;
  }
  li + li { border-top: 1px solid var(--line); }
  li:hover { background: var(--sunken); }
  li[aria-selected="true"] { font-weight: 600; }
  li[aria-selected="true"] small { font-weight: 400; }
  li[data-active] { border-left-color: var(--link); background: var(--info-soft); }
  li[data-active] small { color: inherit; }
  @media (forced-colors: active) { li { border-left-color: Canvas; } li[data-active] { outline: 3px solid Highlight; outline-offset: -3px; } }
`;

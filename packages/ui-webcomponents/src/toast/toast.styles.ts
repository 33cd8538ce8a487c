import { css } from 'lit';

export const styles = css`
  :host { background: none !important; }
  .region { position: fixed; z-index: 1000; inset: auto 1em 1em; display: flex; justify-content: center; pointer-events: none; }
  .toast {
    display: grid; grid-template-columns: auto 1fr auto; gap: .25em .75em; align-items: center; width: fit-content; max-width: min(36em, 100%); padding: .5em .75em .5em 1em;
    border: 1px solid var(--edge); border-left: 6px solid var(--info); border-radius: var(--radius); background: var(--raised); color: var(--text);
    box-shadow: 0 8px 28px rgb(0 0 0 / .25); pointer-events: auto;
  }
  .icon { color: var(--info); width: 1.5em; height: 1.5em; }
  .good { border-left-color: var(--good); }
  .good .icon { color: var(--good); }
  .bad { border-left-color: var(--bad); }
  .bad .icon { color: var(--bad); }
  p { padding: .4em 0; }
  .acts { display: flex; gap: 1em; }
  @media (max-width: 30em) {
    .toast { grid-template-columns: auto 1fr; }
    .acts { grid-column: 2; }
  }
  @media (prefers-reduced-motion: no-preference) {
    .toast { animation: rise .18s ease-out; }
    @keyframes rise { from { transform: translateY(8px); opacity: 0; } }
  }
`;

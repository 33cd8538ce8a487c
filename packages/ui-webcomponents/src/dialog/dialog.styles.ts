import { css } from 'lit';

export const styles = css`
  dialog {
    width: min(36em, calc(100vw - 2em)); max-height: calc(100vh - 2em); max-height: calc(100dvh - 2em); padding: 0; overflow: hidden;
    border: 1px solid var(--line); border-radius: calc(2 * var(--radius)); background: var(--raised); color: var(--text); box-shadow: 0 12px 48px rgb(0 0 0 / .35);
  }
  dialog::backdrop { background: rgb(10 14 20 / .6); }
  .sheet { display: flex; flex-direction: column; max-height: inherit; }
  header { display: flex; gap: 1em; align-items: start; justify-content: space-between; padding: 1.25em 1.5em .5em; }
  h2:focus { outline: 0; }
  header button { flex: none; margin: -.5em -.25em 0 0; text-decoration: none; }
  .content slot { display: grid; gap: .75em; }
  .content { position: relative; overflow-y: auto; overscroll-behavior: contain; padding: .25em 1.5em 1.25em; }
  footer { padding: 1em 1.5em; border-top: 1px solid var(--line); }
  @media (max-width: 30em) {
    dialog { width: 100vw; max-width: 100vw; margin: auto 0 0; border-radius: calc(2 * var(--radius)) calc(2 * var(--radius)) 0 0; }
    header, .content, footer { padding-left: 1em; padding-right: 1em; }
  }
`;

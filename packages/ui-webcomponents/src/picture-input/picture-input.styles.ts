import { css } from 'lit';

export const styles = css`
  .pictures { display: grid; gap: .75em; margin: .5em 0 1em; }
  li { display: grid; grid-template-columns: 5.5em 1fr; gap: .75em 1em; align-items: center; padding: .75em; border: 1px solid var(--line); border-radius: var(--radius); background: var(--raised); }
  .preview { display: grid; place-items: center; width: 5.5em; height: 5.5em; overflow: hidden; border-radius: calc(var(--radius) / 2); background: var(--sunken); color: var(--muted); }
  .preview .icon { width: 2em; height: 2em; }
  canvas { display: block; width: 100%; height: 100%; object-fit: cover; }
  .about { min-width: 0; }
  .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; }
  .state { font-size: .9375em; color: var(--muted); }
  .sent .state { color: var(--good); }
  .failed { border-color: var(--bad); }
  .failed .state { color: var(--bad); }
  .waiting .state { color: var(--warn); }
  progress { display: block; width: 100%; height: .5em; margin-top: .35em; accent-color: var(--link); }
  .acts { display: flex; flex-wrap: wrap; gap: 0 1.25em; margin-bottom: -.5em; }
  .add { display: flex; flex-wrap: wrap; gap: .5em 1em; align-items: center; }
  .button { margin: 0; cursor: pointer; }
  :focus-visible + .button { outline: 3px solid var(--focus); outline-offset: 2px; }
  :disabled + .button { opacity: .55; cursor: default; filter: none; text-decoration: none; }
`;

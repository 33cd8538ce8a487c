import { css } from 'lit';

export const styles = css`
  legend { font-size: 1.1875em; margin-bottom: .5em; }
  .ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr)); gap: .75em; max-width: 34em; margin-bottom: 1em; }
  .told:not(:empty) { margin-bottom: 1em; }
  .told .notice { margin: 0; padding: .75em 1em; }
  /* Within a sentence: as high as the others, without moving the lines. */
  .told .plain { margin-block: -.6em; }
  .map { margin-bottom: 1em; }
  .field:last-child { margin-bottom: 0; }
`;

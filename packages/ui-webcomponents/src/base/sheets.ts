import { css } from 'lit';

/**
 * Colours, spaces and type as `--tt-*` custom properties. What the page around sets passes; `--tt-home-*` are the
 * province's own colours, which the element learns from it; the rest stands here. The same values as the core's pages.
 */
export const tokens = css`
  :host(:not([nested])) {
    --scheme: light;
    --brand: var(--tt-brand, var(--tt-home-brand, #0b4f6c));
    --on-brand: var(--tt-on-brand, var(--tt-home-on-brand, #fff));
    --action: var(--tt-action, var(--tt-home-action, #0b4f6c));
    --on-action: var(--tt-on-action, var(--tt-home-on-action, #fff));
    --link: var(--tt-link, var(--tt-home-link, #0b4f6c));
    --ground: var(--tt-ground, #fff);
    --sunken: var(--tt-sunken, #f3f4f7);
    --raised: var(--tt-raised, #fff);
    --text: var(--tt-text, #1a1d23);
    --muted: var(--tt-muted, #545b67);
    --line: var(--tt-line, #dde0e6);
    --edge: var(--tt-edge, #757c88);
    --focus: var(--tt-focus, #1a1d23);
    --info: var(--tt-info, #0b529c);
    --info-soft: var(--tt-info-soft, #e6effa);
    --good: var(--tt-good, #11602f);
    --good-soft: var(--tt-good-soft, #e2f3e8);
    --warn: var(--tt-warn, #824500);
    --warn-soft: var(--tt-warn-soft, #fcefd9);
    --bad: var(--tt-bad, #a3201a);
    --bad-soft: var(--tt-bad-soft, #fbe7e5);
    --radius: var(--tt-radius, 8px);
    --title: var(--tt-title, 1.375em);
    --font: var(--tt-font, "Be Vietnam Pro", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  }
  /* Drawings and whatever else the browser leaves alone: in the reader's own colours too. */
  @media (forced-colors: active) {
    :host {
      --ground: Canvas !important; --sunken: Canvas !important; --raised: Canvas !important; --text: CanvasText !important; --muted: CanvasText !important;
      --line: GrayText !important; --edge: CanvasText !important; --link: LinkText !important; --focus: Highlight !important;
      --info: CanvasText !important; --good: CanvasText !important; --warn: CanvasText !important; --bad: CanvasText !important;
    }
  }
`;

/** For pages that are dark themselves: `theme="dark"`, or `theme="auto"` where the page follows the reader's wish. */
const darkTokens = css`
    --action: var(--tt-action, var(--tt-home-dark-link, #7cc3e0));
    --on-action: var(--tt-on-action, #14171c);
    --link: var(--tt-link, var(--tt-home-dark-link, #7cc3e0));
    --ground: var(--tt-ground, #14171c);
    --sunken: var(--tt-sunken, #1b1f26);
    --raised: var(--tt-raised, #20252d);
    --text: var(--tt-text, #eceef2);
    --muted: var(--tt-muted, #b3bac6);
    --line: var(--tt-line, #363d48);
    --edge: var(--tt-edge, #8a93a1);
    --focus: var(--tt-focus, #fff);
    --info: var(--tt-info, #9cc8fb);
    --info-soft: var(--tt-info-soft, #16304d);
    --good: var(--tt-good, #8fdba8);
    --good-soft: var(--tt-good-soft, #14361f);
    --warn: var(--tt-warn, #f7c47a);
    --warn-soft: var(--tt-warn-soft, #3f2b0c);
    --bad: var(--tt-bad, #ffaaa3);
    --bad-soft: var(--tt-bad-soft, #481b18);
    --scheme: dark;
`;

export const dark = css`
  :host([theme="dark"]:not([nested])) { ${darkTokens} }
  @media (prefers-color-scheme: dark) { :host([theme="auto"]:not([nested])) { ${darkTokens} } }
`;

/**
 * Nothing of the page around gets in (`all` leaves the direction alone): a rule with !important in a shadow sheet is stronger than the page's own, however
 * wide its selector. Custom properties are no part of `all`, so `--tt-*` pass, and an element within another of ours
 * (`nested`) has its colours. Many pages set their root to 10 px: text is never smaller than 16.
 */
export const reset = css`
  :host {
    all: initial !important;
    direction: ltr !important;
    unicode-bidi: isolate !important;
    display: block !important;
    box-sizing: border-box !important;
    contain: inline-size !important;
    min-height: var(--tt-room, 0) !important;
    color-scheme: var(--scheme) !important;
    font: 400 max(1rem, 16px)/1.5 var(--font) !important;
    color: var(--text) !important;
    background: var(--ground) !important;
    text-align: start !important;
    overflow-wrap: break-word !important;
    -webkit-text-size-adjust: 100% !important;
  }
  :host([nested]) { min-height: 0 !important; background: none !important; }
  :host([hidden]) { display: none !important; }
  *, ::before, ::after { box-sizing: border-box; }
`;

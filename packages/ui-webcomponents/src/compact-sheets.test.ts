import { expect, test } from 'vitest';
import { compactSheets } from './compact-sheets.ts';

const transform = compactSheets().transform as (code: string, id: string) => { readonly code: string } | null;

test('a sheet says the same in fewer letters', () => {
  const code = 'export const styles = css`\n  /* Why. */\n  .field > .hint, p :hover { margin: 0 0 .5em; width: calc(100% - 2px); ${more} }\n  @media (forced-colors: active) { li { color: Canvas; } }\n`;';
  expect(transform(code, '/kit/field.styles.ts')?.code).toBe('export const styles = css` .field > .hint,p :hover{margin:0 0 .5em;width:calc(100% - 2px);${more}}@media (forced-colors:active){li{color:Canvas}}`;');
});

test('other modules are left alone', () => {
  expect(transform('css`a { b: c; }`', '/kit/field.ts')).toBeNull();
});

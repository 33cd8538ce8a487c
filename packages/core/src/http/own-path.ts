/**
 * A path of this site, or nothing. A browser reads `//host`, `/\host` and `/<tab>/host` as other sites, so what counts is
 * what its own parser makes of the text.
 */
export function ownPath(next: string): string | undefined {
  const base = 'http://here.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return undefined;
  const { origin, pathname, search } = new URL(next, base);
  return origin === base && !pathname.startsWith('//') ? pathname + search : undefined;
}

/** What the address of the gallery asks for. */
export interface Wanted {
  readonly element: string;
  readonly state: string;
  readonly theme: 'light' | 'dark';
  readonly lang: 'vi' | 'en';
  /** Of the stage, in pixels; empty for as much as there is. */
  readonly width: string;
  /** What the overview is searched for. */
  readonly find: string;
  /** Without the gallery around it: for pictures and tests. */
  readonly bare: boolean;
}

export function wantedFrom(search: string): Wanted {
  const query = new URLSearchParams(search);
  return {
    element: query.get('element') ?? '',
    state: query.get('state') ?? '',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    lang: query.get('lang') === 'en' ? 'en' : 'vi',
    width: query.get('width') ?? '',
    find: query.get('find') ?? '',
    bare: query.has('bare'),
  };
}

export function addressOf({ element, state, theme, lang, width, find, bare }: Wanted): string {
  const query = new URLSearchParams({ ...(element && { element }), ...(state && { state }), theme, lang, ...(width && { width }), ...(find && { find }), ...(bare && { bare: '' }) });
  return `?${query}`;
}

export type Language = 'vi' | 'en';
/** A text in both languages, Vietnamese first. */
export type Text = { readonly vi: string; readonly en: string };
export type Say = (vi: string, en: string) => string;

/** The language of the text around an element: its own `lang` or that of the nearest element around it; else Vietnamese. */
export function languageOf(element: Element): Language {
  for (let at: Element | undefined = element; at !== undefined; at = around(at)) {
    const lang = at.getAttribute('lang');
    if (lang) return lang.toLowerCase().startsWith('en') ? 'en' : 'vi';
  }
  return 'vi';
}

function around(element: Element): Element | undefined {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : undefined);
}

/** A value of a template: `{code}`, `{data.code}`. */
const placeholder = /\{([a-zA-Z][\w.-]*)\}/g;

export function placeholdersOf(template: string): string[] {
  return [...new Set([...template.matchAll(placeholder)].map(([, name]) => name!))];
}

/** Whether there are braces in it beside those of placeholders: nobody would see them filled. */
export function hasStrayBraces(template: string): boolean {
  return /[{}]/.test(template.replace(placeholder, ''));
}

/** Puts values in place of the names, each escaped for where it stands; what a value holds is not read as a template. */
export function fill(template: string, valueOf: (name: string) => string | number, escape: (value: string) => string = (value) => value): string {
  return template.replace(placeholder, (_, name: string) => escape(String(valueOf(name))));
}

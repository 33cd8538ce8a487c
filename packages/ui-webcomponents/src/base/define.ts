/**
 * Gives the page an element, unless it has one of that name: a second copy of the loader, or of an older release, changes
 * nothing for those that stand there.
 */
export function define(tag: `tt-${string}`, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}

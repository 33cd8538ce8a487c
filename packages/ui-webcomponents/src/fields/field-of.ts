/**
 * Which field of a form the server means. Paths are the request's (`body.contact.phone`, `body.photos.2`): first what the
 * form says of them, then a part of the path that is called as a field is.
 */
export function fieldOf<Name extends string>(path: string, names: readonly Name[], known: Readonly<Record<string, Name>> = {}): Name | undefined {
  const parts = path.split('.').filter((part) => part !== 'body');
  for (let length = parts.length; length > 0; length -= 1) {
    const name = known[parts.slice(0, length).join('.')];
    if (name !== undefined) return name;
  }
  return parts.toReversed().find((part): part is Name => (names as readonly string[]).includes(part));
}

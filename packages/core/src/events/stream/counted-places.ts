/** Takes a place under each of these names, or none: undefined where one of them is full. Answers what gives them back. */
export type TakePlaces<Kind extends string> = (names: Readonly<Record<Kind, string | null>>) => (() => void) | undefined;

/** Counts what lasts, as a rate limit counts what passes. */
export function countedPlaces<Kind extends string>(most: Readonly<Record<Kind, number>>): TakePlaces<Kind> {
  const taken = new Map<string, number>();
  return (names) => {
    const keys = (Object.keys(most) as Kind[]).flatMap((kind) => (names[kind] === null ? [] : [{ key: `${kind} ${names[kind]}`, most: most[kind] }]));
    if (keys.some(({ key, most }) => (taken.get(key) ?? 0) >= most)) return undefined;
    for (const { key } of keys) taken.set(key, (taken.get(key) ?? 0) + 1);
    return () => {
      for (const { key } of keys) {
        const left = taken.get(key)! - 1;
        if (left === 0) taken.delete(key);
        else taken.set(key, left);
      }
    };
  };
}

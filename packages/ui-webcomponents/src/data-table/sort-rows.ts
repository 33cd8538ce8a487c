export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

const words = new Intl.Collator('vi', { numeric: true }).compare;

/** Numbers as numbers, words in the order of the Vietnamese alphabet; what is missing stands last either way. */
export function sortRows<Row>(rows: readonly Row[], valueOf: (row: Row) => unknown, descending: boolean): Row[] {
  const missing = (value: unknown) => value === undefined || value === null || value === '';
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b));
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : words(String(a), String(b));
    return descending ? -order : order;
  });
}

const parts = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' });

/** `14:05 22/11/2026`, in Vietnam. Composed, because the short styles of `Intl` are wrong in Vietnamese. */
export function localTime(at: number | string | Date): string {
  const { hour, minute, day, month, year } = Object.fromEntries(parts.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${hour}:${minute} ${day}/${month}/${year}`;
}

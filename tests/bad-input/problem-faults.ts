interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** What gives the inside away: stacks, paths, SQL, table names, the names of our libraries. */
const inside = /\bat [\w.<>]+ \(|node_modules|\.(ts|mjs|js):\d+|\b(select|insert into|update|delete from)\b.*\b(from|set|where|values)\b|syntax error|violates|relation \\?"|pg_|core\.\w|field_reports|identity\.|kysely|postgres|zod/i;

/** What is wrong with a refusal: it must be problem details in both languages, with a trace, and nothing of the inside. */
export function problemFaults({ status, type, text }: Answer, expected: readonly number[]): string[] {
  const faults: string[] = [];
  if (!expected.includes(status)) faults.push(`status ${status}, not ${expected.join(' or ')}`);
  if (!type.startsWith('application/problem+json')) return [...faults, `type ${type}`];
  const body = JSON.parse(text) as Record<string, unknown> & { messages?: { vi?: string; en?: string } };
  if (body['status'] !== status) faults.push('another status in the body');
  if (!/^[a-z]+(-[a-z]+)*$/.test(String(body['code']))) faults.push('no code');
  if (body['type'] !== `/problems/${String(body['code'])}`) faults.push('no type');
  if (!body.messages?.vi || !body.messages.en || body.messages.vi === body.messages.en) faults.push('not in both languages');
  if (typeof body['traceId'] !== 'string' || body['traceId'].length < 8) faults.push('no traceId');
  const told = inside.exec(text);
  if (told !== null) faults.push(`shows the inside: ${told[0]}`);
  return faults;
}

type Line = Readonly<Record<string, unknown>>;

/** What is wrong with lines that were logged while only these provinces were asked and worked: each must name one and hold no secret. */
export function logFaults(lines: readonly Line[], provinces: readonly string[], secrets: Readonly<Record<string, string>>): string[] {
  return lines.flatMap((line) => {
    const text = JSON.stringify(line);
    const told = Object.entries(secrets).filter(([, secret]) => text.includes(JSON.stringify(secret).slice(1, -1)));
    const nameless = provinces.includes(String(line['province'])) ? [] : [`no province: ${String(line['msg'])}`];
    return [...nameless, ...told.map(([what]) => `${what} in: ${String(line['msg'])}`)];
  });
}

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * A secret from the environment, else typed without being shown. Never from the command line, which everybody on the
 * machine can read.
 */
export async function askSecret(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return given;
  if (!process.stdin.isTTY) throw new Error(`Đặt biến môi trường / set the environment variable ${variable}`);
  process.stderr.write(`${question}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createOutbound } from '../../outbound/outbound.ts';
import { newSecret } from './secret.ts';
import { sendMessage } from './send.ts';

const docs = new URL('../../../../../docs/', import.meta.url);
const example = new URL('examples/receive-webhook.ts', docs);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

test('the receiver that the guide shows takes what is signed with its secret, beside another signature too, and nothing else', async () => {
  const [secret, port] = [newSecret(), await freePort()];
  const receiver = spawn(process.execPath, [fileURLToPath(example)], { env: { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
  const outbound = createOutbound({ allow: ['127.0.0.1'] });
  try {
    await once(receiver.stdout, 'data');
    const statusOf = async (secrets: readonly string[], at = new Date()) => (await sendMessage(outbound, `http://127.0.0.1:${port}/`, { id: 'evt_hue_1', at, body: '{"id":"evt_hue_1"}' }, secrets)).status;
    expect(await statusOf([secret])).toBe(204);
    expect(await statusOf([newSecret(), secret])).toBe(204);
    expect(await statusOf([newSecret()])).toBe(401);
    expect(await statusOf([secret], new Date(Date.now() - 400_000))).toBe(401);
  } finally {
    receiver.kill();
    await outbound.close();
  }
});

test('the guide shows that receiver word for word', async () => {
  expect(await readFile(new URL('webhooks.md', docs), 'utf8')).toContain(`\`docs/examples/receive-webhook.ts\`:\n\n\`\`\`ts\n${await readFile(example, 'utf8')}\`\`\``);
});

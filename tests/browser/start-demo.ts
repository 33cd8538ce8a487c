import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Demo extends AsyncDisposable {
  /** Origin of the first province. */
  readonly province: string;
  /** Origin of the commune's website, on the next port. */
  readonly website: string;
}

/** A demo that runs already, by the origin of a province. */
export function runningDemo(province: string): Demo {
  return { province, website: `http://localhost:${Number(new URL(province).port) + 1}`, [Symbol.asyncDispose]: async () => {} };
}

/** A port that is free with the one after it, where the commune's website is. */
async function freePorts(): Promise<number> {
  const first = createServer().listen(0);
  await once(first, 'listening');
  const { port } = first.address() as AddressInfo;
  const second = createServer().listen(port + 1);
  const free = await once(second, 'listening').then(() => true, () => false);
  first.close();
  second.close();
  return free ? port : freePorts();
}

/** A demo of its own, beside whatever else runs, for a visitor who is in a hurry. Its data stay in the checkout for the next time: they take a minute to make. */
export async function startDemo(): Promise<Demo> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const child = spawn(process.execPath, ['packages/core/bin/tinhthong.js', 'demo', '--unsupervised'], {
    cwd: root,
    env: { ...process.env, PORT: String(await freePorts()), DATA_DIR: join(root, '.data/shots'), DATABASE_URL: undefined, RATE_LIMIT_FACTOR: '100' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const province = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const [, address] = /(http:\/\/hue\.\S+)/.exec(said) ?? [];
      if (address !== undefined && said.includes('Dừng:')) resolve(address);
    });
  });
  return {
    ...runningDemo(province),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

import type { Text } from './language.ts';

/** The province that a widget belongs to, as it answers to whoever asks with an embed key. */
export interface Home {
  /** Origin, for example `https://hue.example`; empty on its own pages. */
  readonly origin: string;
  readonly name: Text;
  readonly hotline: string;
  /** `[west, south, east, north]` in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly modules: readonly string[];
  /** `#rrggbb` by what they are for; `darkLink` for links and buttons on dark ground. */
  readonly colours: Readonly<Record<'brand' | 'onBrand' | 'action' | 'onAction' | 'link' | 'darkLink', string>>;
}

/** Why a widget cannot work here: shown to the webmaster on the console, while citizens see the link and the number. */
export interface Refusal {
  readonly reason: 'unknown-key' | 'revoked' | 'origin-not-listed' | 'origin-not-valid' | 'province-suspended' | 'module-off' | 'unreachable';
  readonly message: Text;
}

/** No network, or something on the way that is not the province. */
export const unreachable: Refusal = { reason: 'unreachable', message: { vi: 'Không kết nối được tới hệ thống của tỉnh.', en: 'The system of the province cannot be reached.' } };

export const moduleOff: Refusal = {
  reason: 'module-off',
  message: { vi: 'Tỉnh chưa mở dịch vụ này.', en: 'The province does not offer this service now.' },
};

export type Welcome = { readonly home: Home } | { readonly refused: Refusal };

const greetings = new Map<string, Promise<Welcome>>();

/** Asks the province once a page, however many widgets stand on it; what failed is asked again by the next. */
export function greet(origin: string, key: string | undefined): Promise<Welcome> {
  const address = addressOf(origin, key);
  let greeting = greetings.get(address);
  if (greeting === undefined) {
    greeting = ask(address, origin);
    greetings.set(address, greeting);
    void greeting.then((welcome) => {
      if ('refused' in welcome && welcome.refused.reason === 'unreachable') greetings.delete(address);
    });
  }
  return greeting;
}

/**
 * Why a call came to nothing, asked afresh: of what it refuses to a page a province tells that page nothing else, so that a
 * key that was revoked in the meantime looks like a line that is dead.
 */
export async function whyRefused(origin: string, key: string | undefined, module: string): Promise<Refusal | undefined> {
  const welcome = await ask(addressOf(origin, key), origin, 'no-store');
  if ('home' in welcome) return welcome.home.modules.includes(module) ? undefined : moduleOff;
  return welcome.refused.reason === 'unreachable' ? undefined : welcome.refused;
}

/** Not the location's origin: a sandboxed page has an address, and still no origin. */
function addressOf(origin: string, key: string | undefined): string {
  return `${origin}/api/embed/check?${new URLSearchParams(key === undefined ? {} : { key, origin: globalThis.origin })}`;
}

interface Checked {
  readonly allowed: boolean;
  readonly reason: Refusal['reason'] | null;
  readonly message: Text;
  readonly province: Omit<Home, 'origin'>;
}

async function ask(address: string, origin: string, cache: RequestCache = 'default'): Promise<Welcome> {
  try {
    const answer = await fetch(address, { credentials: 'omit', cache });
    const { allowed, reason, message, province } = (await answer.json()) as Checked;
    if (answer.ok) return allowed ? { home: { ...province, origin } } : { refused: { reason: reason!, message } };
  } catch {
    // Said as one: `unreachable`.
  }
  return { refused: unreachable };
}

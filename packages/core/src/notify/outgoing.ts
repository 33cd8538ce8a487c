import type { Kernel } from '../kernel.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';

export interface Place {
  readonly kernel: Kernel;
  readonly province: Province;
  readonly database: ProvinceDatabase;
}

/** A message ready to go out on any channel, in its reader's language. */
export interface Outgoing {
  /** The same however often it is tried: what the other side tells repeats by. */
  readonly id: string;
  /** `plugin/kind` */
  readonly kind: string;
  readonly subject: string;
  readonly text: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** Address with host, and with what stands behind its `#`. */
  readonly link: string | null;
  /** Where one press ends messages like this. */
  readonly unsubscribe: string | null;
  readonly language: 'vi' | 'en';
}

/** What came of one attempt. `reason` holds no address. */
export type Outcome =
  | { readonly sent: true; readonly providerId?: string | undefined }
  /** `gone`: there is nobody at the address, now or ever. */
  | { readonly sent: false; readonly reason: string; readonly next: 'again' | 'never' | 'gone' };

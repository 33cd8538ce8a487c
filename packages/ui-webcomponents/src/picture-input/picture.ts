/** A picture that a person has chosen. */
export interface Picture {
  /** Of this list; the server's is `id`. */
  readonly key: number;
  readonly name: string;
  /** What is sent: drawn anew and small, or as it was. */
  readonly file: Blob;
  readonly preview: HTMLCanvasElement | undefined;
  readonly state: 'preparing' | 'sending' | 'sent' | 'failed' | 'waiting';
  /** From 0 to 1, while it is being sent. */
  readonly share: number;
  readonly id: string | undefined;
  readonly message: string | undefined;
}

/** Files of some systems carry no type. */
export function isHeic({ type, name }: { readonly type: string; readonly name: string }): boolean {
  return /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);
}

/** What the server reads; a browser may fail at one for want of memory. */
export function isCommon({ type }: { readonly type: string }): boolean {
  return /^image\/(jpeg|png|webp|gif|avif)$/.test(type);
}

import type { Readable } from 'node:stream';

/** Where bytes live. Paths are made by the file store, never by a caller. */
export interface FileDriver {
  /** The whole of it, or nothing. @throws an error with code `ENOSPC` where there is no room */
  write(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>;
  read(path: string): Promise<Buffer | undefined>;
  /** As `read`, for what need not be in memory at once; of a range, nothing beyond it is read. */
  open(path: string, range?: ByteRange): Promise<Readable | undefined>;
  remove(path: string): Promise<void>;
  /** What lies in a folder and below it, in the order of its paths, those after `after` only. */
  list(folder: string, after?: string): AsyncGenerator<StoredObject>;
  removeAll(folder: string): Promise<void>;
}

/** The first and the last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface StoredObject {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly changedAt: Date;
}

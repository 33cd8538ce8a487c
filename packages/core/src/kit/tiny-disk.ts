import { execFileSync } from 'node:child_process';

/** A disk of 16 KiB in this folder; undefined, and said so, where this user may mount none. */
export function tinyDisk(folder: string): { unmount(): void } | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder], { stdio: 'ignore' });
    return { unmount: () => void execFileSync('umount', [folder]) };
  } catch {
    console.warn('NOT SHOWN: no disk can be mounted here, so none was filled up.');
    return undefined;
  }
}

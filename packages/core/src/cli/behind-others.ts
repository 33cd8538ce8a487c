import { constants, setPriority } from 'node:os';

/** For a command that may take its time: nodes that serve on the same machine go first. */
export function behindOthers(): void {
  setPriority(constants.priority.PRIORITY_LOW);
}

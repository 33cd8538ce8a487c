import { setTimeout as sleep } from 'node:timers/promises';

/** How time passes on the day. */
export interface Time {
  now(): Date;
  /** Returns when the moment has come, and the province is about to look at its clocks or has done so. */
  to(moment: Date): Promise<void>;
  /** Whether hours can pass: with the clock of a test. */
  readonly turned: boolean;
}

/** As it passes for everybody. */
export const realTime: Time = {
  now: () => new Date(),
  to: (moment) => sleep(Math.max(0, moment.getTime() - Date.now())),
  turned: false,
};

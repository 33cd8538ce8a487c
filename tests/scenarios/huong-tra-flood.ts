/**
 * A whole flood day in Hương Trà (Huế) against a running demo, seen from outside alone: what is sent, asked and checked
 * goes through the API that citizens and officers have, with the accounts of the demo. 500 reports, most of them fifty a
 * second; told in Vietnamese as it goes; ends with 1 on the first thing that is wrong.
 *
 *   npm start                                                        # in another terminal
 *   npm run scenario:flood [-- http://hue.localhost:8080]
 *
 * Time is real here: an order of the chairman's office has a minute, and the province looks at its clocks every five
 * minutes, so the script waits that long at most. `huong-tra-flood.test.ts` plays the same day with a test clock in a
 * minute, and sees with it what takes hours: that an immediate report is warned of and passed up after its four.
 *
 * For the day the administrator posts the demo's commune officer and leader to Hương Trà and the chairman's office,
 * shortens the ladder, and sets a key for messages; at the end, and when it goes wrong, everything is put back.
 */
import { pathToFileURL } from 'node:url';
import { allFound } from './flood-day/all-found.ts';
import type { FloodDay, Staff } from './flood-day/day.ts';
import { duplicates, gatheredAreTold } from './flood-day/duplicates.ts';
import { figuresAtRest, figuresOfTheDay, hotSpots } from './flood-day/figures.ts';
import { afterPhoto, handleFloods, reopening } from './flood-day/handling.ts';
import { immediateFlow } from './flood-day/immediate-flow.ts';
import { fourHoursLater, orderIsGiven, orderRunsOut } from './flood-day/orders.ts';
import { prepare } from './flood-day/prepare.ts';
import { provinceSite } from './flood-day/province.ts';
import { reportsOfTheDay } from './flood-day/reports-of-the-day.ts';
import { leaderIsTold, led, refusals } from './flood-day/routing.ts';
import { byHotline, byMessages, impatient, inBursts } from './flood-day/send-in.ts';
import { realTime, type Time } from './flood-day/time.ts';
import { WrongDay, wallClock } from './flood-day/told.ts';

export interface FloodDayOptions {
  readonly host: string;
  readonly port: number;
  readonly time?: Time;
  tell?(line: string): void;
}

/** @throws WrongDay on the first thing that is not as it should be */
export async function floodDay({ host, port, time = realTime, tell = console.log }: FloodDayOptions): Promise<void> {
  const site = await provinceSite({ host, port });
  const [admin, dispatcher, officer, commune, chairman, agent, citizen] = await Promise.all(['admin', 'dispatcher', 'officer', 'commune-officer', 'leader', 'agent', 'citizen'].map((account) => site.signIn(account)));
  const staff: Staff = { admin: admin!, dispatcher: dispatcher!, officer: officer!, commune: commune!, chairman: chairman!, agent: agent!, citizen: citizen! };
  const undo: (() => Promise<unknown>)[] = [];
  try {
    await prepare(staff, undo);
    const began = time.now();
    const day: FloodDay = {
      site, time, staff, began,
      mark: `lu${began.getTime().toString(36)}`,
      sent: [], states: new Map(), taken: new Set(),
      counted: { answered: 0, answeredOnTime: 0, reopened: 0, rated: 0, satisfied: 0, accepting: 0, voiceRated: 0, refusedBy: new Map() },
      tell: (line) => tell(`${wallClock(time.now())}  ${line}`),
    };
    await play(day);
    day.tell('Hết một ngày lũ. Mọi con số khớp.');
  } finally {
    for (const step of undo.toReversed()) await step();
  }
}

async function play(day: FloodDay): Promise<void> {
  day.tell(`Nước sông Bồ lên nhanh, phường Hương Trà. Mọi phản ánh hôm nay mang dấu ${day.mark}.`);
  const before = await figuresAtRest(day);
  const planned = reportsOfTheDay(day.mark);
  const by = (channel: string) => planned.filter((one) => one.channel === channel);
  const [last, ...web] = by('web').toReversed();

  await inBursts(day, web.toReversed());
  await impatient(day, last!);
  await byHotline(day, by('hotline'));
  await byMessages(day, by('zalo'));
  led(day);
  await leaderIsTold(day);
  await immediateFlow(day);
  await allFound(day);

  const merged = await duplicates(day);
  const order = await orderIsGiven(day);
  await handleFloods(day, merged);
  await gatheredAreTold(day, merged);
  await refusals(day);
  await afterPhoto(day);
  await reopening(day);
  await allFound(day);
  await orderRunsOut(day, order);
  await hotSpots(day, merged);
  await figuresOfTheDay(day, before);
  if (day.time.turned) await fourHoursLater(day);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { hostname: host, port } = new URL(process.argv[2] ?? 'http://hue.localhost:8080');
  await floodDay({ host, port: Number(port || 80) }).catch((error: unknown) => {
    console.error(error instanceof WrongDay ? `\nSAI: ${error.message}` : error);
    process.exitCode = 1;
  });
}

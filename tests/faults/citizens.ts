import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpAnswer } from '../support/http-request.ts';
import type { Random } from '../support/seeded-random.ts';
import type { Deployment } from '../support/start-deployment.ts';
import { apiKey, type ProvinceId, provinces } from './two-provinces.ts';

/** What somebody sent in: known by its text, and by its code once that was acknowledged. */
export interface Submission {
  readonly province: ProvinceId;
  readonly text: string;
  code?: string;
  /** Events of the moves that were acknowledged, in their order. */
  readonly moved: string[];
  /** A move that was sent and given up without an answer: it may have been made. */
  unknownMove?: string;
}

export interface Citizens {
  readonly sent: readonly Submission[];
  /** What somebody got instead of success, and how often: status and code of the problem, or the error of the connection. */
  readonly refusals: ReadonlyMap<string, number>;
  /** Lets everybody finish what they are doing; who has no answer gives up. */
  stop(): Promise<void>;
}

const moves = [
  ['accept', 'report.accepted', undefined],
  ['assign', 'report.assigned', {}],
  ['start', 'report.started', undefined],
  ['answer', 'report.answered', { answer: 'Đã kiểm tra và xử lý xong tại hiện trường.' }],
  ['close', 'report.closed', undefined],
] as const;

const places = {
  hue: { category: 'road-damage', lat: 16.4637, lon: 107.5909 },
  'dak-lak': { category: 'road-damage', lat: 12.6667, lon: 108.0383 },
};

/** What a client is told to try again: nothing came back, or the service says so. */
const tryAgain = (answer: HttpAnswer | undefined) => answer === undefined || answer.status === 503 || (answer.status === 409 && answer.text.includes('in-progress'));

/**
 * People who submit reports at both provinces and staff who handle them through an API key, all the time. Whatever is
 * not acknowledged is sent again with the same idempotency key; a few give up.
 */
export function startCitizens(deployment: Deployment, random: Random, people: number): Citizens {
  const sent: Submission[] = [];
  const refusals = new Map<string, number>();
  // Some come on a connection of their own, as phones do, some on one that they keep, as a hotline's server does.
  const kept = new Agent({ keepAlive: true });
  let stopped = false;

  /** Undefined: given up without an answer. */
  async function write(province: ProvinceId, path: string, json: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer | undefined> {
    const key = randomUUID();
    for (;;) {
      const answer = await deployment
        .request({
          host: `${province}.localhost`,
          path: `/api/field-reports${path}`,
          method: 'POST',
          json,
          headers: { ...headers, 'idempotency-key': key },
          ...(random() < 0.5 && { agent: kept }),
        })
        .catch((error: NodeJS.ErrnoException) => note(error.code ?? error.message));
      if (answer !== undefined && answer.status < 300) return answer;
      if (answer !== undefined) note(`${answer.status} ${answer.json<{ code: string }>().code}`);
      if (!tryAgain(answer)) return answer;
      if (stopped || random() < 0.02) return undefined;
      await sleep(50 + 100 * random());
    }
  }

  function note(refusal: string): undefined {
    refusals.set(refusal, (refusals.get(refusal) ?? 0) + 1);
  }

  async function handle(submission: Submission): Promise<void> {
    for (const [move, event, json] of moves.slice(0, Math.floor(random() * (moves.length + 1)))) {
      const answer = await write(submission.province, `/reports/${submission.code}/${move}`, json, { authorization: `Bearer ${apiKey}` });
      if (answer === undefined) submission.unknownMove = event;
      if (answer?.status !== 200) return;
      submission.moved.push(event);
    }
  }

  async function live(): Promise<void> {
    while (!stopped) {
      const province = provinces[Math.floor(random() * provinces.length)]!;
      const submission: Submission = { province, text: `Ổ gà trước cổng trường, lần ${randomUUID()}`, moved: [] };
      sent.push(submission);
      const answer = await write(province, '/reports', { ...places[province], description: submission.text });
      if (answer?.status === 201) {
        submission.code = answer.json<{ code: string }>().code;
        if (random() < 0.3) await handle(submission);
      }
      await sleep(20 * random());
    }
  }

  const all = Promise.all(Array.from({ length: people }, live));
  return {
    sent,
    refusals,
    async stop() {
      stopped = true;
      await all;
      kept.destroy();
    },
  };
}

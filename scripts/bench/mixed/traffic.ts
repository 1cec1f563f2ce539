import { setTimeout as wait } from 'node:timers/promises';
import { pause, weighted } from './chance.ts';
import type { Office } from './office.ts';
import { type Ask, steps } from './steps.ts';
import type { Answer, User } from './user.ts';

/** What an hour of work is like for one person: a request every fifteen seconds. */
const requestsPerPersonAndHour = 240;
/** An hour passes in two minutes. */
const compression = 30;
/** From one answer to the next request, in milliseconds. */
const thinkMs = 3_600_000 / requestsPerPersonAndHour / compression;

/** What a number of people ask for in a second. */
export const plannedRate = (people: number): number => (people * 1000) / thinkMs;

export type Traffic = {
  answers: number;
  /** While someone looks into the API, which stops it for a moment, answers are counted and not timed. */
  disturbed: boolean;
  readonly readMs: number[];
  readonly writeMs: number[];
  /** Answers that a colleague was quicker. */
  conflicts: number;
  /** Refusals that nobody had asked for. */
  readonly wrong: string[];
  /** Failures of ours. */
  readonly failed: string[];
};

const newTraffic = (): Traffic => ({
  answers: 0,
  disturbed: false,
  readMs: [],
  writeMs: [],
  conflicts: 0,
  wrong: [],
  failed: [],
});

/** A colleague was quicker: another version, another state, or nothing left to credit. */
const wasOvertaken = ({ status, body }: Answer): boolean =>
  status === 409 || status === 412 || body?.code === 'sales.invalid_credit';

function note(traffic: Traffic, method: string, path: string, answer: Answer): void {
  const { status, body, ms } = answer;
  traffic.answers += 1;
  if (!traffic.disturbed) (method === 'GET' ? traffic.readMs : traffic.writeMs).push(ms);
  const told = `${method} ${path}: ${status} ${body?.code ?? ''} ${body?.detail ?? ''}`;
  if (status >= 500) traffic.failed.push(told);
  else if (wasOvertaken(answer)) traffic.conflicts += 1;
  else if (status >= 400) traffic.wrong.push(told);
}

/** One person's work until it is over. */
async function work(user: User, office: Office, traffic: Traffic, goesOn: () => boolean): Promise<void> {
  const ask: Ask = async (method, path, sent) => {
    await pause(thinkMs);
    const answer = await user.send(method, path, sent);
    note(traffic, method, path, answer);
    return answer;
  };
  while (goesOn()) {
    try {
      await weighted(steps)(office, ask);
    } catch (error) {
      traffic.failed.push(String(error));
    }
  }
}

/** Lets everybody work for some seconds, and looks at something after a quarter, after half of them and at the end. */
export async function runTraffic<T>(
  offices: readonly Office[],
  seconds: number,
  look: () => Promise<T>,
): Promise<{ traffic: Traffic; looks: T[] }> {
  const traffic = newTraffic();
  const end = performance.now() + seconds * 1000;
  const working = offices.flatMap((office) =>
    office.people.map((user) => work(user, office, traffic, () => performance.now() < end)),
  );
  const looks: T[] = [];
  for (const part of [0.25, 0.25]) {
    await wait(part * seconds * 1000);
    traffic.disturbed = true;
    looks.push(await look());
    traffic.disturbed = false;
  }
  await Promise.all(working);
  looks.push(await look());
  return { traffic, looks };
}

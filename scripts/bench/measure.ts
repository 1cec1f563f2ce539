/** Runs `work` on some clients at once until the time is over, and answers how often it ended a second. */
export async function rate(clients: number, seconds: number, work: (client: number) => Promise<unknown>): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        await work(client);
        done += 1;
      }
    }),
  );
  return done / seconds;
}

/** The middle time of a call in milliseconds. */
export async function medianMs(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** The value that so many percent of all values stay below. */
export const percentile = (values: readonly number[], percent: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length * percent) / 100)] ?? 0;

export const median = (values: readonly number[]): number => percentile(values, 50);

export type Unit = '1/s' | 'ms' | 'round trips' | 'statements' | 'MB' | '%' | 'times' | 'points';

export type Figure = {
  readonly bench: string;
  readonly clients: number;
  readonly atlas: number;
  readonly floor: number | null;
  readonly unit: Unit;
  readonly ratio: number | null;
};

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** A higher ratio is better: rates are Atlas over the floor, times and counts the floor over Atlas. */
export function figure(bench: string, clients: number, unit: Unit, atlas: number, floor: number): Figure {
  const isMoreBetter = unit === '1/s' || unit === 'points';
  return {
    bench,
    clients,
    atlas: round(atlas),
    floor: round(floor),
    unit,
    ratio: round(isMoreBetter ? atlas / floor : floor / atlas),
  };
}

/** A figure that is held against nothing. */
export const bareFigure = (bench: string, clients: number, unit: Unit, atlas: number): Figure => ({
  bench,
  clients,
  atlas: round(atlas),
  floor: null,
  unit,
  ratio: null,
});

/** Measures two works in turns, so that a slow moment of the machine meets both. */
export async function inTurns(
  turns: number,
  atlas: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<[atlas: number, floor: number]> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < turns; turn++) {
    theirs.push(await floor());
    ours.push(await atlas());
  }
  return [median(ours), median(theirs)];
}

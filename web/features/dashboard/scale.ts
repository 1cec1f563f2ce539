/** Where an axis begins and ends, and the round values that stand at it. */
export type Scale = { readonly from: number; readonly to: number; readonly ticks: readonly number[] };

const wantedSteps = 4;

/** The smallest of 1, 2, 2.5, 5 and 10 times a power of ten that is at least so long. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 2.5, 5].find((factor) => factor * power >= least) ?? 10);
}

/** An axis that has zero and all values on it. For drawing only: amounts are not floats. */
export function scaleOf(values: readonly number[]): Scale {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const step = least === most ? 1 : roundStep((most - least) / wantedSteps);
  const [first, last] = [Math.floor(least / step), Math.max(1, Math.ceil(most / step))];
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { from: first * step, to: last * step, ticks };
}

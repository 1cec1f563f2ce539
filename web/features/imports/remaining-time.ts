/** How far a job was at an instant: records done, milliseconds of a monotonic clock. */
export type Sample = { readonly at: number; readonly done: number };

/** How many samples the estimate looks back on: the pace of the last moments, not of the start. */
const window = 20;

/** Adds a sample. Progress that went backwards means a new step: the pace of the old one says nothing about it. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const last = samples.at(-1);
  return last && sample.done < last.done ? [sample] : [...samples, sample].slice(-window);
}

/** Seconds until `total` at the pace of the samples; null while there is no pace yet. */
export function remainingSeconds(samples: readonly Sample[], total: number): number | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.done <= first.done || last.at <= first.at) return null;
  const perSecond = ((last.done - first.done) / (last.at - first.at)) * 1000;
  return Math.max(0, Math.ceil((total - last.done) / perSecond));
}

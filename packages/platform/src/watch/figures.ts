/** Where CloudWatch keeps our own figures; stacks/foundation/watch reads them there. */
export const figureNamespace = 'Atlas';

type Unit = 'Count' | 'Seconds' | 'Milliseconds';
type Group = {
  /** Each list is a figure of its own, kept and paid apart. */
  readonly dimensions: readonly (readonly string[])[];
  readonly figures: Readonly<Record<string, Unit>>;
};

/** Every figure that a stage reports of itself, in the groups in which it is written. */
export const figureGroups = {
  /** Of a request. */
  request: {
    dimensions: [['Stage'], ['Stage', 'RouteClass']],
    figures: { Requests: 'Count', ServerErrors: 'Count', Latency: 'Milliseconds' },
  },
  /** Of an instance of the API that has started. */
  start: { dimensions: [['Stage']], figures: { ColdStarts: 'Count', InitMilliseconds: 'Milliseconds' } },
  /** Of all background work (jobs are dead that died within a day), as any worker sees it: with several workers the greatest is right, and a sum would be wrong. */
  work: {
    dimensions: [['Stage']],
    figures: { QueueDepth: 'Count', QueueAgeSeconds: 'Seconds', OutboxLagSeconds: 'Seconds', DeadJobs: 'Count' },
  },
  /** Of what waits for tenants with the same plan, as any worker sees it. */
  workOfClass: {
    dimensions: [['Stage', 'Queue', 'TenantClass']],
    figures: { QueueDepth: 'Count', QueueAgeSeconds: 'Seconds' },
  },
} as const satisfies Record<string, Group>;

type Groups = typeof figureGroups;
type Dimension<G extends keyof Groups> = Exclude<Groups[G]['dimensions'][number][number], 'Stage'>;

/** The values of a group, and what they are of. */
export type Members<G extends keyof Groups> = { readonly [D in Dimension<G>]: string } & {
  readonly [F in keyof Groups[G]['figures']]: number;
};

/** The members that make a line of the log one that CloudWatch reads figures from (its embedded metric format). */
export type FigureWriter = <G extends keyof Groups>(group: G, members: Members<G>) => Record<string, unknown>;

/** @param stage whose figures; without it nobody watches, and lines stay as they are */
export function figureWriter(stage: string | undefined): FigureWriter {
  if (stage === undefined) return () => ({});
  return (group, members) => {
    const { dimensions, figures } = figureGroups[group];
    const Metrics = Object.entries(figures).map(([Name, Unit]) => ({ Name, Unit }));
    const CloudWatchMetrics = [{ Namespace: figureNamespace, Dimensions: dimensions, Metrics }];
    return { _aws: { Timestamp: Date.now(), CloudWatchMetrics }, Stage: stage, ...members };
  };
}

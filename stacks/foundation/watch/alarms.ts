import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

const { GREATER_THAN_THRESHOLD: above, LESS_THAN_THRESHOLD: below } = cloudwatch.ComparisonOperator;

/** An alarm, and what somebody who is woken by it reads (packages/docs/runbooks/<name>.md). */
export type AlarmSpec = {
  readonly name: string;
  readonly meaning: string;
  readonly metric: cloudwatch.IMetric;
  readonly threshold: number;
  readonly when: cloudwatch.ComparisonOperator;
  /** Minutes in a row. */
  readonly minutes: number;
  /** What silence means: nothing to complain of, or that nobody lives who could. */
  readonly silence?: cloudwatch.TreatMissingData;
};

/** Figures that a stage reports of itself. */
export const own = (stage: string, metricName: string, statistic = 'Maximum'): cloudwatch.Metric =>
  new cloudwatch.Metric({
    namespace: 'Atlas',
    metricName,
    dimensionsMap: { Stage: stage },
    statistic,
    period: Duration.minutes(1),
  });

/** The values of the dimensions by which some of them are told apart. */
export const routeClasses = ['read', 'write', 'auth', 'other'];
export const tenantClasses = ['free', 'standard', 'unlimited', 'house'];

const ofService =
  (namespace: string, dimensionsMap: Record<string, string>) =>
  (metricName: string, statistic = 'Average') =>
    new cloudwatch.Metric({ namespace, metricName, dimensionsMap, statistic, period: Duration.minutes(1) });

export type Watched = {
  /** The stage whose work is watched: production, or staging for the preview tier. */
  readonly stage: string;
  readonly databaseId: string;
  readonly databaseGigabytes: number;
  readonly proxyName: string;
  readonly queueId: string;
  readonly cacheId: string;
  /** How many nodes each of both has. */
  readonly cacheNodes: number;
};

/** The figures that AWS keeps: of what the foundation owns, and of the stage's API, whose function has this name. */
export function figuresOf({ stage, databaseId, proxyName, queueId, cacheId }: Watched) {
  return {
    api: ofService('AWS/Lambda', { FunctionName: `atlas-${stage}-api` }),
    database: ofService('AWS/RDS', { DBInstanceIdentifier: databaseId }),
    proxy: ofService('AWS/RDS', { ProxyName: proxyName }),
    queue: ofService('AWS/ElastiCache', { CacheClusterId: `${queueId}-001` }),
    cache: ofService('AWS/ElastiCache', { CacheClusterId: `${cacheId}-001` }),
    /** Of the whole account and this month so far; AWS tells it there only, some times a day. */
    cost: new cloudwatch.Metric({
      namespace: 'AWS/Billing',
      metricName: 'EstimatedCharges',
      dimensionsMap: { Currency: 'USD' },
      region: 'us-east-1',
      statistic: 'Maximum',
      period: Duration.hours(6),
    }),
  };
}

const alarmsOfApi = ({ stage }: Watched): AlarmSpec[] => [
  {
    name: 'api-errors',
    meaning: 'More than 1 % of the requests to the API end in 5xx.',
    metric: new cloudwatch.MathExpression({
      expression: '100 * FILL(errors, 0) / requests',
      usingMetrics: { errors: own(stage, 'ServerErrors', 'Sum'), requests: own(stage, 'Requests', 'Sum') },
      period: Duration.minutes(1),
    }),
    threshold: 1,
    when: above,
    minutes: 5,
  },
  {
    name: 'api-latency',
    meaning: 'One request in a hundred takes longer than two seconds.',
    metric: own(stage, 'Latency', 'p99'),
    threshold: 2000,
    when: above,
    minutes: 10,
  },
];

const alarmsOfJobs = ({ stage }: Watched): AlarmSpec[] => [
  {
    name: 'outbox-lag',
    meaning: 'A message has waited in the outbox for more than a minute: jobs and mail come late.',
    metric: own(stage, 'OutboxLagSeconds'),
    threshold: 60,
    when: above,
    minutes: 5,
    // Whoever reports it is the worker: silence is its death.
    silence: cloudwatch.TreatMissingData.BREACHING,
  },
  {
    name: 'queue-age',
    meaning: 'A job has waited for more than five minutes: there are too few workers, or one tenant keeps them busy.',
    metric: own(stage, 'QueueAgeSeconds'),
    threshold: 300,
    when: above,
    minutes: 10,
    silence: cloudwatch.TreatMissingData.BREACHING,
  },
  {
    name: 'dead-jobs',
    meaning: 'A job has failed for good within the last day and waits for a decision.',
    metric: own(stage, 'DeadJobs'),
    threshold: 0,
    when: above,
    minutes: 1,
  },
];

function alarmsOfStores(watched: Watched): AlarmSpec[] {
  const { database, queue } = figuresOf(watched);
  return [
    {
      name: 'database-cpu',
      meaning: 'PostgreSQL has computed at more than 80 % for a quarter of an hour.',
      metric: database('CPUUtilization'),
      threshold: 80,
      when: above,
      minutes: 15,
    },
    {
      name: 'database-storage',
      meaning: 'Less than a tenth of the disk is free.',
      metric: database('FreeStorageSpace', 'Minimum'),
      threshold: watched.databaseGigabytes * 1e8,
      when: below,
      minutes: 5,
    },
    {
      name: 'database-connections',
      meaning: 'Requests wait for a connection to PostgreSQL.',
      metric: database('DatabaseConnections', 'Maximum'),
      threshold: 400,
      when: above,
      minutes: 5,
    },
    {
      name: 'queue-memory',
      meaning: 'The queue is at 75 % of its memory. It refuses jobs when it is full.',
      metric: queue('DatabaseMemoryUsagePercentage', 'Maximum'),
      threshold: 75,
      when: above,
      minutes: 5,
    },
    {
      name: 'queue-evictions',
      meaning: 'The queue has thrown something out, which it must never do.',
      metric: queue('Evictions', 'Sum'),
      threshold: 0,
      when: above,
      minutes: 1,
    },
  ];
}

/** Both groups of Valkey, with all their nodes: any may be the one that is asked. */
function alarmsOfValkey({ queueId, cacheId, cacheNodes }: Watched): AlarmSpec[] {
  const nodes = [queueId, cacheId].flatMap((group) =>
    Array.from({ length: cacheNodes }, (_, index) => `${group}-00${index + 1}`),
  );
  const failures = nodes.map((node, index) => [
    `node${index}`,
    ofService('AWS/ElastiCache', { CacheClusterId: node })('AuthenticationFailures', 'Sum'),
  ]);
  return [
    {
      name: 'valkey-sign-in',
      meaning: 'Valkey turns programs away that want to sign in.',
      metric: new cloudwatch.MathExpression({
        expression: nodes.map((_, index) => `FILL(node${index}, 0)`).join(' + '),
        usingMetrics: Object.fromEntries(failures),
        period: Duration.minutes(1),
      }),
      threshold: 0,
      when: above,
      // One that came with its last second does so once, and then with a new token.
      minutes: 5,
    },
  ];
}

/** What somebody is woken for. Each threshold is one that is crossed before people notice. */
export const alarmsOf = (watched: Watched): AlarmSpec[] => [
  ...alarmsOfApi(watched),
  ...alarmsOfJobs(watched),
  ...alarmsOfStores(watched),
  ...alarmsOfValkey(watched),
];

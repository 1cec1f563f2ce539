import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Tier } from '../tier.ts';
import { alarmsOf, figuresOf, own, routeClasses, tenantClasses, type Watched } from './alarms.ts';
import { queries } from './queries.ts';

const runbooks = 'https://github.com/atlas-erp/atlas-erp/blob/main/packages/docs/runbooks';

export type WatchProps = Watched & { readonly tier: Tier; readonly key: IKey };

/** What operators look at and are told by: alarms, a dashboard, and questions to the logs. */
export class Watch extends Construct {
  /** Who is told. People subscribe to it. */
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { tier, key, ...watched }: WatchProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Alarms', { displayName: `Atlas ${tier}`, masterKey: key, enforceSSL: true });
    const tell = new SnsAction(this.topic);
    const alarms = alarmsOf(watched).map(({ name, meaning, metric, threshold, when, minutes, silence }) => {
      const alarm = new cloudwatch.Alarm(this, name, {
        alarmName: `atlas-${tier}-${name}`,
        alarmDescription: `${meaning} What to do: ${runbooks}/${name}.md`,
        metric,
        threshold,
        comparisonOperator: when,
        evaluationPeriods: minutes,
        datapointsToAlarm: minutes,
        treatMissingData: silence ?? cloudwatch.TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
      return alarm;
    });
    this.#dashboard(tier, watched, alarms);
    for (const { name, fields = [], filters, stats, sort } of queries)
      new logs.QueryDefinition(this, `Query-${name}`, {
        queryDefinitionName: `atlas/${tier}/${name}`,
        queryString: new logs.QueryString({
          ...(fields.length > 0 ? { fields: [...fields] } : {}),
          ...(stats === undefined ? {} : { statsStatements: [stats] }),
          filterStatements: [...filters],
          sort,
          limit: 200,
        }),
      });
  }

  #dashboard(tier: Tier, watched: Watched, alarms: cloudwatch.IAlarm[]): void {
    const { api, database, proxy, queue, cache, cost } = figuresOf(watched);
    const ours = (name: string, statistic?: string) => own(watched.stage, name, statistic);
    const perClass = (metric: cloudwatch.Metric, dimension: string, values: readonly string[], more = {}) =>
      values.map((value) =>
        metric.with({
          dimensionsMap: { Stage: watched.stage, ...more, [dimension]: value },
          label: `${metric.metricName} ${value}`,
        }),
      );
    const perTenantClass = (name: string) => perClass(ours(name), 'TenantClass', tenantClasses, { Queue: 'atlas' });
    const perRouteClass = (name: string, statistic: string) => perClass(ours(name, statistic), 'RouteClass', routeClasses);
    const graph = (title: string, left: cloudwatch.IMetric[], right: cloudwatch.IMetric[] = []) =>
      new cloudwatch.GraphWidget({ title, left, right, width: 8 });
    new cloudwatch.Dashboard(this, 'Dashboard', {
      dashboardName: `atlas-${tier}`,
      widgets: [
        [new cloudwatch.AlarmStatusWidget({ alarms, width: 24 })],
        [
          graph('API: latency (ms)', [ours('Latency', 'p50'), ours('Latency', 'p99')]),
          graph('API: requests and errors', [ours('Requests', 'Sum')], [ours('ServerErrors', 'Sum')]),
          graph('API: latency by class, p99 (ms)', perRouteClass('Latency', 'p99')),
        ],
        [
          graph('API: requests and errors by class', perRouteClass('Requests', 'Sum'), perRouteClass('ServerErrors', 'Sum')),
          graph('API: starts', [ours('ColdStarts', 'Sum')], [ours('InitMilliseconds', 'p99')]),
          graph('API: instances', [api('ConcurrentExecutions')], [api('Throttles', 'Sum'), api('Errors', 'Sum')]),
        ],
        [
          graph('Queue: waiting and dead', [ours('QueueDepth'), ours('DeadJobs')]),
          graph('Queue: age (s)', [ours('QueueAgeSeconds'), ours('OutboxLagSeconds')]),
          graph('Queue: age by plan (s)', perTenantClass('QueueAgeSeconds'), perTenantClass('QueueDepth')),
        ],
        [graph('Queue: memory (%)', [queue('DatabaseMemoryUsagePercentage')], [queue('EngineCPUUtilization')])],
        [
          graph('PostgreSQL: processor (%)', [database('CPUUtilization')], [database('DBLoad')]),
          graph('PostgreSQL: connections', [database('DatabaseConnections')], [proxy('ClientConnections')]),
          graph('PostgreSQL: disk', [database('FreeStorageSpace')], [database('ReadLatency'), database('WriteLatency')]),
        ],
        [
          graph('Cache: memory (%)', [cache('DatabaseMemoryUsagePercentage')], [cache('CacheHitRate')]),
          graph('The account: cost of this month ($)', [cost]),
        ],
      ],
    });
  }
}

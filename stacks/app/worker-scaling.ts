/** A job that waits longer calls for another task. Somebody is woken at five minutes (stacks/foundation/watch/alarms.ts). */
const mostSecondsInQueue = 60;

/** More tasks while jobs wait, by the figure that workers report of all queues together. */
export function scaleByAge({ nodes }: sst.aws.Service): void {
  const { serviceNamespace, scalableDimension, resourceId } = nodes.autoScalingTarget;
  new aws.appautoscaling.Policy('WorkerQueueAge', {
    policyType: 'TargetTrackingScaling',
    serviceNamespace,
    scalableDimension,
    resourceId,
    targetTrackingScalingPolicyConfiguration: {
      customizedMetricSpecification: {
        namespace: 'Atlas',
        metricName: 'QueueAgeSeconds',
        dimensions: [{ name: 'Stage', value: $app.stage }],
        statistic: 'Maximum',
      },
      targetValue: mostSecondsInQueue,
      scaleOutCooldown: 60,
      scaleInCooldown: 600,
    },
  });
}

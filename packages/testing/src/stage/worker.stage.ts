import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figureGroups } from '@atlas/platform';
import { describe, expect, it } from 'vitest';
import { asked, environmentOfFunction, functionOf, only, stageNames, workerContainer } from './asked.ts';
import { root } from './pulumi.ts';

const service = 'aws:ecs/service:Service';
const policy = 'aws:appautoscaling/policy:Policy';

describe.each(stageNames)('the worker of %s', (stage) => {
  const tier = stage === 'production' ? 'production' : 'preview';

  it('is nobody in particular, who can write to nothing but scratch space', () => {
    expect(workerContainer(stage)).toMatchObject({
      user: '1000:1000',
      readonlyRootFilesystem: true,
      mountPoints: [{ sourceVolume: 'scratch', containerPath: '/tmp', readOnly: false }],
      portMappings: [],
    });
    expect(only(stage, 'aws:ecs/taskDefinition:TaskDefinition').inputs.volumes).toEqual([{ name: 'scratch' }]);
  });

  it('has two minutes to finish what it has begun', () => {
    expect(workerContainer(stage).stopTimeout).toBe(120);
  });

  it('is asked whether it goes on', () => {
    expect(workerContainer(stage).healthCheck).toMatchObject({
      command: ['CMD', 'node', 'healthy.mjs'],
      interval: 30,
      retries: 3,
    });
  });

  it('runs on ARM, inside the network, and nobody looks in', () => {
    expect(only(stage, 'aws:ecs/taskDefinition:TaskDefinition').inputs.runtimePlatform).toMatchObject({
      cpuArchitecture: 'ARM64',
    });
    expect(only(stage, service).inputs).toMatchObject({
      enableExecuteCommand: false,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      networkConfiguration: { assignPublicIp: false, subnets: [`${tier}-app-subnets-a`, `${tier}-app-subnets-b`] },
    });
  });
});

it('believes the certificate of PostgreSQL, which RDS signs itself', () => {
  const dockerfile = readFileSync(join(root, 'functions', 'worker', 'Dockerfile'), 'utf8');
  const [, file] = /^ENV .*\bNODE_EXTRA_CA_CERTS=(\S+)/m.exec(dockerfile) ?? [];
  const added = /^ADD --chmod=444 https:\/\/truststore\.pki\.rds\.amazonaws\.com\/global\/global-bundle\.pem (\S+)$/m.exec(
    dockerfile,
  );
  expect(file).toMatch(/^\/app\//);
  expect(added?.[1]).toBe(file);
  expect(environmentOfFunction(functionOf('production', 'Migrate'))).toMatchObject({
    NODE_ENV: 'production',
    NODE_EXTRA_CA_CERTS: '/var/runtime/ca-cert.pem',
  });
});

it('is never alone in production, and grows while jobs wait', () => {
  expect(only('production', service).inputs.capacityProviderStrategies).toEqual([
    { capacityProvider: 'FARGATE', base: 2, weight: 1 },
  ]);
  expect(only('production', 'aws:appautoscaling/target:Target').inputs).toMatchObject({ minCapacity: 2, maxCapacity: 10 });
  expect(only('production', policy).inputs).toMatchObject({
    resourceId: only('production', 'aws:appautoscaling/target:Target').inputs.resourceId,
    targetTrackingScalingPolicyConfiguration: {
      customizedMetricSpecification: {
        namespace: 'Atlas',
        metricName: 'QueueAgeSeconds',
        dimensions: [{ name: 'Stage', value: 'production' }],
      },
    },
  });
  expect(figureGroups.work).toMatchObject({ dimensions: [['Stage']], figures: { QueueAgeSeconds: 'Seconds' } });
});

it.each(['staging', 'pr-12'] as const)('takes what others leave in %s, and does not grow', (stage) => {
  expect(only(stage, service).inputs.capacityProviderStrategies).toContainEqual({ capacityProvider: 'FARGATE_SPOT', weight: 1 });
  expect(only(stage, 'aws:appautoscaling/target:Target').inputs).toMatchObject({ minCapacity: 1, maxCapacity: 1 });
  expect(asked(stage, policy)).toEqual([]);
});

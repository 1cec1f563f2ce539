import type { Environment } from './environment.ts';
import type { FoundationRef } from './foundation-ref.ts';
import { logRetention } from './function.ts';
import { tracing } from './trace-agent.ts';
import { containerOf } from './worker-container.ts';
import { workerPolicy } from './worker-policy.ts';
import { scaleByAge } from './worker-scaling.ts';

/** How large the worker is. A preview may lose it for a minute, and costs next to nothing. */
const sizeOf = (production: boolean) =>
  production
    ? ({ cpu: '0.5 vCPU', memory: '1 GB', capacity: { fargate: { weight: 1, base: 2 } }, tasks: { min: 2, max: 10 } } as const)
    : ({ cpu: '0.25 vCPU', memory: '0.5 GB', capacity: 'spot', tasks: { min: 1, max: 1 } } as const);

/** Relay and jobs as tasks that live long. SIGTERM drains one; two at a time do nothing twice. */
export function deployWorker(foundation: FoundationRef, environment: Environment): void {
  const production = $app.stage === 'production';
  const { cpu, memory, capacity, tasks } = sizeOf(production);
  const vpc = {
    id: foundation.vpcId,
    securityGroups: foundation.appSecurityGroups,
    containerSubnets: foundation.appSubnets,
    loadBalancerSubnets: foundation.publicSubnets,
  };
  const service = new sst.aws.Service('Worker', {
    cluster: new sst.aws.Cluster('Cluster', { vpc }),
    architecture: 'arm64',
    cpu,
    memory,
    capacity,
    image: { context: '.', dockerfile: 'functions/worker/Dockerfile' },
    environment: { ...environment, ...tracing() },
    logging: { retention: logRetention() },
    scaling: { ...tasks, cpuUtilization: false, memoryUtilization: false },
    health: { command: ['CMD', 'node', 'healthy.mjs'], interval: '30 seconds', retries: 3, startPeriod: '60 seconds' },
    transform: {
      taskRole: { inlinePolicies: [workerPolicy(foundation)] },
      // Nothing is read for a task before it starts.
      executionRole: { inlinePolicies: [] },
      service: { enableExecuteCommand: false },
      taskDefinition: (args) => {
        args.containerDefinitions = containerOf(args.containerDefinitions);
        args.volumes = [{ name: 'scratch' }];
      },
    },
  });
  if (production) scaleByAge(service);
}

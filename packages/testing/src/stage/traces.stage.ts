import { readConfig } from '@atlas/platform';
import { expect, it } from 'vitest';
import { containersOf, environmentOfWorker, functionOf, stageNames, workerContainer } from './asked.ts';

const agentOf = (stage: (typeof stageNames)[number]) => containersOf(stage).find(({ name }) => name === 'traces');

it.each(stageNames)('functions of the API in %s are traced by AWS', (stage) => {
  expect(functionOf(stage, 'Api').inputs.tracingConfig).toEqual({ mode: 'Active' });
});

it.each(['production', 'staging'] as const)('the worker of %s tells its spans to an agent that outlives it', (stage) => {
  const agent = agentOf(stage);
  const settings = JSON.parse(agent?.environment.find(({ name }) => name === 'CW_CONFIG_CONTENT')?.value ?? '');
  expect(readConfig(environmentOfWorker(stage)).AWS_XRAY_DAEMON_ADDRESS).toBe(settings.traces.traces_collected.xray.bind_address);
  expect(workerContainer(stage).dependsOn).toEqual([{ containerName: 'traces', condition: 'START' }]);
  // A version is named, the worker goes on without it, and it cannot take the worker's memory.
  expect(agent).toMatchObject({ essential: false, memory: 256, image: expect.stringMatching(/:\d[\w.]+$/) });
  expect(agent?.logConfiguration).toEqual(workerContainer(stage).logConfiguration);
});

it('the worker of a branch has nobody beside it, and tells no spans', () => {
  expect(agentOf('pr-12')).toBeUndefined();
  expect(readConfig(environmentOfWorker('pr-12')).AWS_XRAY_DAEMON_ADDRESS).toBeUndefined();
});

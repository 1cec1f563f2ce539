import { inject } from 'vitest';
import type { Evaluation, Resource } from './evaluation.ts';
import type { StageName } from './setup.ts';

export const stageNames = ['production', 'staging', 'pr-12'] as const satisfies readonly StageName[];

export const evaluationOf = (stage: StageName): Evaluation => inject('stages')[stage];

/** Resources of a type that a stage asks for, by the beginning of their names. */
export const asked = (stage: StageName, type: string, name = ''): readonly Resource[] =>
  evaluationOf(stage).resources.filter((each) => each.type === type && each.name.startsWith(name));

/** The only one. */
export function only(stage: StageName, type: string, name = ''): Resource {
  const [first, ...others] = asked(stage, type, name);
  if (!first || others.length > 0) throw new Error(`${stage} has ${others.length + (first ? 1 : 0)} of ${type} ${name}`);
  return first;
}

type Inputs = Readonly<Record<string, unknown>>;

const lambda = 'aws:lambda/function:Function';

/** Functions by what they are for: those of ours, and the two that SST makes of the web app. */
export const functionOf = (stage: StageName, name: 'Api' | 'Migrate' | 'WebServer'): Resource => only(stage, lambda, name);

/** The environment that a function is started with. */
export const environmentOfFunction = ({ inputs }: Resource): Record<string, string> =>
  (inputs.environment as { variables: Record<string, string> }).variables;

type ContainerInputs = Inputs & { readonly name: string; readonly environment: readonly { name: string; value: string }[] };

/** The containers of a task: the worker, and who stands beside it. */
export const containersOf = (stage: StageName): readonly ContainerInputs[] =>
  JSON.parse(String(only(stage, 'aws:ecs/taskDefinition:TaskDefinition').inputs.containerDefinitions)) as ContainerInputs[];

/** The container of the worker, as ECS is told. */
export function workerContainer(stage: StageName): ContainerInputs {
  const [worker, ...others] = containersOf(stage).filter(({ name }) => name !== 'traces');
  if (!worker || others.length > 0) throw new Error(`${others.length + (worker ? 1 : 0)} containers of the worker`);
  return worker;
}

export const environmentOfWorker = (stage: StageName): Record<string, string> =>
  Object.fromEntries(workerContainer(stage).environment.map(({ name, value }) => [name, value]));

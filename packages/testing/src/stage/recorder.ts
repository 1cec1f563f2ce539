import { answerTo, madeOf } from './answers.ts';
import type { Resource } from './evaluation.ts';
import type { Pulumi } from './pulumi.ts';

/** How Pulumi marks a value as secret on its way. */
const secretMark = '4dabf18193072939515e22adb298388d';

/** A value without the code of SST's own providers, in which `secret` says what becomes of each that is marked. */
function plain(value: unknown, secret: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, secret));
  if (typeof value !== 'object' || value === null) return value;
  if (secretMark in value && 'value' in value) return secret(value.value);
  const kept = Object.entries(value).filter(([key]) => key !== '__provider');
  return Object.fromEntries(kept.map(([key, each]) => [key, plain(each, secret)]));
}

const opened = (value: unknown): unknown => plain(value, opened);

/** Stands in for Pulumi's engine and AWS, and remembers what was asked of them. */
export async function recordInto(resources: Resource[], { runtime }: Pulumi, project: string, stage: string): Promise<void> {
  const inputs = new Map<string, Record<string, unknown>>();
  const keyOf = (type: string, name: string): string => `${type}::${name}`;
  await runtime.setMocks(
    {
      newResource: (resource) => {
        inputs.set(keyOf(resource.type, resource.name), resource.inputs);
        return madeOf(resource);
      },
      call: answerTo,
    },
    project,
    stage,
    false,
  );
  const monitor = runtime.getMonitor();
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, answer) =>
    register(request, (error, response) => {
      const asked = inputs.get(keyOf(request.getType(), request.getName())) ?? {};
      if (response)
        resources.push({
          urn: response.getUrn(),
          type: request.getType(),
          name: request.getName(),
          inputs: opened(asked) as Resource['inputs'],
          shown: JSON.stringify(plain(asked, () => null)),
          after: request.getDependenciesList(),
        });
      answer(error, response);
    });
}

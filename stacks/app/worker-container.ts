import { withAgent } from './trace-agent.ts';

type Container = { readonly name: string; readonly logConfiguration?: object; readonly mountPoints?: readonly object[] };

/** Time to finish what a job has begun, once a task is told to stop: the most that Fargate gives. */
const secondsToStop = 120;

/** The worker's container as SST writes it, locked up: no root, and nothing to write to but scratch space; beside it who takes its spans. */
export const containerOf = (definitions: $util.Input<string>): $util.Output<string> =>
  $jsonStringify(
    $jsonParse($util.output(definitions)).apply((containers: Container[]) =>
      containers.flatMap((container) =>
        withAgent({
          ...container,
          user: '1000:1000',
          readonlyRootFilesystem: true,
          stopTimeout: secondsToStop,
          portMappings: [],
          pseudoTerminal: false,
          mountPoints: [{ sourceVolume: 'scratch', containerPath: '/tmp', readOnly: false }],
        }),
      ),
    ),
  );

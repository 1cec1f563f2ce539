type Container = { readonly mountPoints?: readonly object[] };

/** Time to finish what a job has begun, once a task is told to stop: the most that Fargate gives. */
const secondsToStop = 120;

/** The worker's container as SST writes it, locked up: no root, and nothing to write to but scratch space. */
export const containerOf = (definitions: $util.Input<string>): $util.Output<string> =>
  $jsonStringify(
    $jsonParse($util.output(definitions)).apply((containers: Container[]) =>
      containers.map((container) => ({
        ...container,
        user: '1000:1000',
        readonlyRootFilesystem: true,
        stopTimeout: secondsToStop,
        portMappings: [],
        pseudoTerminal: false,
        mountPoints: [{ sourceVolume: 'scratch', containerPath: '/tmp', readOnly: false }],
      })),
    ),
  );

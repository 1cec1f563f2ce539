import { isLasting } from './names.ts';

/** Where CloudWatch's agent listens in a task, as the daemon of X-Ray does beside a function. */
const address = '127.0.0.1:2000';
const image = 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300066.1b1374';
const settings = { traces: { traces_collected: { xray: { bind_address: address, tcp_proxy: { bind_address: address } } } } };

/** Where the worker of this stage tells its spans. Nobody watches those of a branch. */
export const tracing = (): Record<string, string> => (isLasting($app.stage) ? { AWS_XRAY_DAEMON_ADDRESS: address } : {});

type Worker = { readonly name: string; readonly logConfiguration?: object };

/**
 * The agent beside a worker's container. The worker goes on without it, and is stopped before it, so that the spans of its
 * last job are told.
 */
export const withAgent = <W extends Worker>(worker: W): readonly object[] =>
  isLasting($app.stage)
    ? [
        { ...worker, dependsOn: [{ containerName: 'traces', condition: 'START' }] },
        {
          name: 'traces',
          image,
          essential: false,
          cpu: 32,
          memory: 256,
          environment: [{ name: 'CW_CONFIG_CONTENT', value: JSON.stringify(settings) }],
          logConfiguration: worker.logConfiguration,
        },
      ]
    : [worker];

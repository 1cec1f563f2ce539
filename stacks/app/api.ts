import type { Environment } from './environment.ts';
import type { FoundationRef } from './foundation-ref.ts';
import { functionOf, logRetention } from './function.ts';
import { mayKeepFiles, maySignIn, mayTellTraces, mayUseValkey } from './permissions.ts';

/** The API: one function behind an HTTP API, always warm in production. @returns its URL */
export function deployApi(foundation: FoundationRef, environment: Environment): $util.Output<string> {
  const production = $app.stage === 'production';
  const common = functionOf('api', foundation);
  const fn = new sst.aws.Function('Api', {
    ...common,
    // The dashboard of the foundation finds it by this name.
    name: `atlas-${$app.stage}-api`,
    // API Gateway gives up after 30.
    timeout: '29 seconds',
    // An instance serves one request at a time, and what that leaves behind is little. Node would let its nursery grow to 100 MB.
    environment: {
      ...environment,
      DATABASE_POOL_SIZE: '1',
      NODE_OPTIONS: '--max-semi-space-size=4 --max-old-space-size=768',
    },
    permissions: [
      maySignIn(foundation.databaseProxyId, ['app', 'auth']),
      mayUseValkey(foundation.cacheName),
      ...mayKeepFiles(foundation),
      mayTellTraces,
    ],
    // X-Ray sees a sample of requests; the log, which has its ids, sees all of them.
    transform: { ...common.transform, function: { tracingConfig: { mode: 'Active' } } },
    ...(production ? { versioning: true, concurrency: { provisioned: 2 } } : {}),
  });
  const gateway = new sst.aws.ApiGatewayV2('Gateway', { cors: false, accessLog: { retention: logRetention() } });
  // Instances are kept warm of a version: that is asked, and not what was put there last.
  gateway.route('$default', production ? fn.nodes.function.qualifiedArn : fn.arn);
  return gateway.url;
}

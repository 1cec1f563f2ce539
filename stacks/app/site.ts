import { isLasting } from './names.ts';
import { atTheEdge } from './site-edge.ts';

/** A route per address is refused only far beyond what the API itself lets a tenant do, which answers what is left. */
const requestsInFiveMinutes = 200_000;

/**
 * Errors that CloudFront would answer for ten seconds to everybody who asks for the same, whoever was meant, some of them
 * also where the answer says that it may not be kept.
 */
const keptErrors = [400, 403, 404, 405, 414, 500, 501, 502, 503, 504];

/**
 * Written over whatever a client sent: who it is, and proof that it came this way (packages/platform/src/http/edge.ts), and the
 * client's trace under AWS's name for it, so that what AWS tells of the functions is in the same one.
 */
const injectionOf = (secret: $util.Input<string>) => $interpolate`
event.request.headers["x-atlas-edge"] = { value: "${secret}" };
const traceparent = (event.request.headers.traceparent || { value: "" }).value;
const trace = /^00-([0-9a-f]{8})([0-9a-f]{24})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(traceparent);
delete event.request.headers["x-amzn-trace-id"];
if (trace) event.request.headers["x-amzn-trace-id"] = { value: "Root=1-" + trace[1] + "-" + trace[2] };
event.request.headers["x-atlas-viewer"] = { value: event.viewer.ip };`;

/** The one address of a stage, for pages and API: cookies stay on it. A name of its own comes from `DOMAIN`. */
export function openSite(edgeSecret: $util.Input<string>) {
  return new sst.aws.Router('Site', {
    ...(process.env.DOMAIN ? { domain: process.env.DOMAIN } : {}),
    // The web app's function is reached through the site only.
    protection: 'oac',
    transform: {
      cdn: (args) => {
        args.customErrorResponses = keptErrors.map((errorCode) => ({ errorCode, errorCachingMinTtl: 0 }));
        atTheEdge(args);
      },
    },
    edge: { viewerRequest: { injection: injectionOf(edgeSecret) } },
    // It refuses by what requests look like: what people may write and it does not like is met in staging first.
    ...(isLasting($app.stage) && {
      waf: {
        rateLimitPerIp: requestsInFiveMinutes,
        // Statements are never put together from what people send, and descriptions of goods look like SQL at times.
        managedRules: { coreRuleSet: true, knownBadInputs: true, sqlInjection: false },
      },
    }),
  });
}

/** What the API answers on the site. Everything else is the web app's. */
export function routeToApi(site: sst.aws.Router, apiUrl: $util.Output<string>): void {
  for (const path of ['/v1', '/api', '/webhooks']) site.route(path, apiUrl, { readTimeout: '30 seconds' });
}

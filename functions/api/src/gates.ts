import {
  type Auth,
  type CallLimits,
  type Config,
  callLimits,
  knownDevices,
  lockoutOn,
  openLimiter,
  openPlans,
  openTraffic,
  type PrincipalReader,
  type Redis,
} from '@atlas/platform';
import {
  addressesAtEdge,
  authGate,
  clientAddresses,
  knowClient,
  knowPlace,
  onlyThroughEdge,
  securityHeaders,
} from '@atlas/platform/http';
import type { RequestHandler } from 'express';

/** What stands before everything that answers. */
export type Gates = {
  /** For every request: who sends it, and what its answer says to browsers. */
  readonly first: readonly RequestHandler[];
  /** Before Better Auth, once the body is read. */
  readonly auth: RequestHandler;
  /** Limits of calls to `/v1`. */
  readonly calls: CallLimits;
  readonly trustedOrigins: readonly string[];
};

/** Rate limits, lockout and what keeps strangers' pages out, as this deployment wants them. */
export function openGates(config: Config, redis: Redis, principals: PrincipalReader, auth: Auth): Gates {
  const trustedOrigins = [new URL(config.PUBLIC_URL).origin];
  const { ORIGIN_SECRET: secret, TRUSTED_PROXIES: proxies } = config;
  const addresses = secret === undefined ? clientAddresses(proxies) : addressesAtEdge();
  const limiter = openLimiter(redis, config.RATE_LIMIT_FACTOR);
  return {
    first: [
      ...(secret === undefined ? [] : [onlyThroughEdge(secret)]),
      knowClient(addresses),
      knowPlace(addresses),
      securityHeaders(config.NODE_ENV === 'production'),
    ],
    auth: authGate(
      { limiter, lockout: lockoutOn(redis), devices: knownDevices(config), principals, trustedOrigins },
      '/api/auth',
    ),
    calls: callLimits(openTraffic(limiter), openPlans(auth.planOf)),
    trustedOrigins,
  };
}

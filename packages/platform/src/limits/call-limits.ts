import type { ServerResponse } from 'node:http';
import { networkKeyOf } from '../http/client-ip.ts';
import { applyLimits } from '../http/rate-limit.ts';
import type { PlanReader } from './plans.ts';
import { anonymousRule, keyRule, spanRule, tenantRuleTimes } from './rules.ts';
import type { Traffic } from './traffic.ts';

/** The limits of `/v1`. Each throws AtlasError `too_many_requests` when there is nothing left. */
export type CallLimits = {
  /** Counts a request of nobody who is signed in. */
  ofNobody(ip: string, response: ServerResponse | undefined): void;
  /** Counts a span that is told by nobody who is known. */
  ofSpan(ip: string, response: ServerResponse | undefined): void;
  /** Counts a request in the name of a tenant and, when a program sent it, of its API key. */
  ofTenant(tenantId: string, response: ServerResponse | undefined, keyId?: string): void;
};

export const callLimits = (traffic: Traffic, planOf: PlanReader): CallLimits => ({
  ofNobody: (ip, response) => applyLimits(response, [traffic.take(anonymousRule, networkKeyOf(ip))]),
  ofSpan: (ip, response) => applyLimits(response, [traffic.take(spanRule, networkKeyOf(ip))]),
  ofTenant: (tenantId, response, keyId) => {
    const { plan, factor } = planOf(tenantId);
    const rule = tenantRuleTimes(plan, factor);
    const ofKey = keyId === undefined ? null : traffic.take(keyRule, keyId);
    applyLimits(response, [ofKey, rule && traffic.take(rule, tenantId)]);
  },
});

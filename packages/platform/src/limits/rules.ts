/** At most so many requests of one caller within a sliding window. */
export type Rule = {
  readonly name: string;
  /**
   * What is counted for itself: each network address, each account (a hash of its e-mail), each account as one network or
   * one known device tries it, each tenant, each API key.
   */
  readonly per: 'address' | 'account' | 'guesser' | 'tenant' | 'key';
  readonly limit: number;
  readonly seconds: number;
  /** What becomes of requests that cannot be counted: let through, or refused until they can be. */
  readonly whenRedisIsAway: 'open' | 'closed';
  readonly because: string;
};

/** A rule for some paths below `/api/auth`. A path that ends in `/` stands for all below it. */
export type AuthRule = Rule & { readonly paths: readonly string[] };

const hour = 3600;

const mailing = [
  '/request-password-reset',
  '/send-verification-email',
  '/change-email',
  '/sign-in/magic-link',
  '/forget-password/',
  '/email-otp/send-verification-otp',
  '/email-otp/request-password-reset',
  '/email-otp/request-email-change',
];
const codes = [
  '/sign-in/email-otp',
  '/email-otp/',
  '/step-up/',
  '/two-factor/',
  '/reset-password',
  '/magic-link/',
  '/verify-email',
];
const guessing = ['/sign-in/', '/passkey/', '/verify-password', '/change-password', '/delete-user'];

/** The rules of sign-in and everything around it. All that fit a request are counted, in one round trip. */
export const authRules: readonly AuthRule[] = [
  {
    name: 'auth.address',
    paths: ['/'],
    per: 'address',
    limit: 1200,
    seconds: 60,
    whenRedisIsAway: 'open',
    because: 'who is signed in goes on, and signs out',
  },
  {
    name: 'sign_in.address',
    paths: guessing,
    per: 'address',
    limit: 60,
    seconds: 60,
    whenRedisIsAway: 'open',
    because: 'an office shares an address; each account has a rule of its own',
  },
  {
    name: 'sign_in.account',
    paths: guessing,
    per: 'guesser',
    limit: 30,
    seconds: 60,
    whenRedisIsAway: 'closed',
    because: 'nobody may guess while nobody counts',
  },
  {
    name: 'sign_up.address',
    paths: ['/sign-up/'],
    per: 'address',
    limit: 30,
    seconds: hour,
    whenRedisIsAway: 'closed',
    because: 'each one costs a hash, rows and a mail',
  },
  {
    name: 'sign_up.account',
    paths: ['/sign-up/'],
    per: 'account',
    limit: 5,
    seconds: hour,
    whenRedisIsAway: 'closed',
    because: 'each one may send a mail to somebody else',
  },
  {
    name: 'mail.address',
    paths: [...mailing, '/two-factor/send-otp', '/organization/invite-member'],
    per: 'address',
    limit: 60,
    seconds: hour,
    whenRedisIsAway: 'closed',
    because: 'mail that was sent cannot be taken back',
  },
  {
    name: 'mail.account',
    paths: mailing,
    per: 'account',
    limit: 5,
    seconds: 600,
    whenRedisIsAway: 'closed',
    because: 'nobody fills the mailbox of somebody else',
  },
  {
    name: 'code.address',
    paths: codes,
    per: 'address',
    limit: 60,
    seconds: 60,
    whenRedisIsAway: 'closed',
    because: 'codes are short: nobody may guess while nobody counts',
  },
  {
    name: 'code.account',
    paths: codes,
    per: 'account',
    limit: 10,
    seconds: 300,
    whenRedisIsAway: 'closed',
    because: 'codes are short: nobody may guess while nobody counts',
  },
];

/** Requests to `/v1` of nobody who is signed in. */
export const anonymousRule: Rule = {
  name: 'v1.address',
  per: 'address',
  limit: 1200,
  seconds: 60,
  whenRedisIsAway: 'open',
  because: 'they are answered 401 anyway; each process goes on counting for itself',
};

/** Spans that pages tell before anybody is known. */
export const spanRule: Rule = {
  name: 'spans.address',
  per: 'address',
  limit: 60,
  seconds: 60,
  whenRedisIsAway: 'open',
  because: 'a span needs the ticket of a trace that is recorded; each process goes on counting for itself',
};

/** Requests of a program with an API key. It counts for its tenant as well. */
export const keyRule: Rule = {
  name: 'v1.key',
  per: 'key',
  limit: 2000,
  seconds: 10,
  whenRedisIsAway: 'open',
  because: 'business goes on without Redis; each process goes on counting for itself',
};

/** How much a tenant may ask for, by its plan. */
export const plans = {
  free: { requestsPerSecond: 50 },
  standard: { requestsPerSecond: 600 },
  /** No limit but that of the machines. */
  unlimited: { requestsPerSecond: null },
} as const;

export type Plan = keyof typeof plans;

const planSeconds = 10;

/** Ten seconds at once, so that a screen may load in a burst. */
const tenantRuleOf = (plan: Plan, requestsPerSecond: number): Rule => ({
  name: `v1.tenant.${plan}`,
  per: 'tenant',
  limit: requestsPerSecond * planSeconds,
  seconds: planSeconds,
  whenRedisIsAway: 'open',
  because: 'business goes on without Redis; each process goes on counting for itself',
});

/** The rule of each plan; none for one without a limit. */
export const tenantRules: Readonly<Record<Plan, Rule | null>> = {
  free: tenantRuleOf('free', plans.free.requestsPerSecond),
  standard: tenantRuleOf('standard', plans.standard.requestsPerSecond),
  unlimited: null,
};

/** The rule of a plan whose limit is multiplied for one tenant. */
export function tenantRuleTimes(plan: Plan, factor: number): Rule | null {
  const rule = tenantRules[plan];
  if (!rule || factor === 1) return rule;
  return { ...rule, name: `${rule.name}.x${factor}`, limit: Math.max(1, Math.round(rule.limit * factor)) };
}

const fits = (path: string, each: string): boolean => (each.endsWith('/') ? path.startsWith(each) : path === each);

/** The rules that a request below `/api/auth` is counted by. */
export const authRulesOf = (path: string): readonly AuthRule[] =>
  authRules.filter(({ paths }) => paths.some((each) => fits(path, each)));

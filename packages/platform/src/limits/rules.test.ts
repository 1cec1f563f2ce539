import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockoutTerms } from './lockout.ts';
import { allowanceFrom } from './plans.ts';
import {
  anonymousRule,
  authRules,
  authRulesOf,
  keyRule,
  plans,
  type Rule,
  spanRule,
  tenantRules,
  tenantRuleTimes,
} from './rules.ts';

const document = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'architecture.md'), 'utf8');

/** The cells of the table that has a head, without it. */
function tableIn(text: string, head: RegExp): string[][] {
  const lines = text.split('\n');
  const rest = lines.slice(lines.findIndex((line) => head.test(line)) + 2);
  const length = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, length).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const period = (seconds: number): string => {
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
};

const rowOf = (rule: Rule): string[] => [
  `\`${rule.name}\``,
  rule.per,
  `${rule.limit.toLocaleString('en')} in ${period(rule.seconds)}`,
  rule.whenRedisIsAway,
  rule.because,
];

const everyRule = [...authRules, anonymousRule, spanRule, keyRule, ...Object.values(tenantRules).flatMap((rule) => rule ?? [])];

describe('the rules', () => {
  it('stand in the documentation as they are', () => {
    expect(tableIn(document, /^\| rule +\| per /)).toEqual(everyRule.map(rowOf));
  });

  it('have a name each, and tell of the lockout what it does', () => {
    expect(new Set(everyRule.map(({ name }) => name)).size).toBe(everyRule.length);
    const { free, firstWaitSeconds, longestWaitSeconds } = lockoutTerms;
    const told = /After (\d+) failed attempts each further one has to wait: (\d+) s, twice as long each time, at most (\d+) s/;
    expect(told.exec(document)?.slice(1).map(Number)).toEqual([free, firstWaitSeconds, longestWaitSeconds]);
  });

  it('have none for a plan without a limit', () => {
    for (const [plan, { requestsPerSecond }] of Object.entries(plans))
      expect(tenantRules[plan as keyof typeof plans] === null).toBe(requestsPerSecond === null);
  });
});

describe('a tenant whose rate was set apart', () => {
  it('is counted by a rule of its own', () => {
    const plain = tenantRuleTimes('standard', 1);
    expect(tenantRuleTimes('standard', 0.5)).toMatchObject({ name: 'v1.tenant.standard.x0.5', limit: (plain?.limit ?? 0) / 2 });
    expect(tenantRuleTimes('unlimited', 0.5)).toBeNull();
    expect(allowanceFrom({ plan: 'free', limits: { rateFactor: 3 } })).toEqual({ plan: 'free', factor: 3 });
    expect(allowanceFrom({ plan: 'to come', limits: {} })).toEqual({ plan: 'standard', factor: 1 });
  });
});

describe('a path below sign-in', () => {
  it.each([
    ['/sign-in/email', ['auth.address', 'sign_in.address', 'sign_in.account']],
    ['/sign-in/magic-link', ['auth.address', 'sign_in.address', 'sign_in.account', 'mail.address', 'mail.account']],
    ['/sign-up/email', ['auth.address', 'sign_up.address', 'sign_up.account']],
    ['/request-password-reset', ['auth.address', 'mail.address', 'mail.account']],
    ['/two-factor/verify-totp', ['auth.address', 'code.address', 'code.account']],
    ['/get-session', ['auth.address']],
    ['/sign-out', ['auth.address']],
  ])('%s is counted by all that fit', (path, names) => {
    expect(authRulesOf(path).map(({ name }) => name)).toEqual(names);
  });
});

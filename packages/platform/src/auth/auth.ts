import { uuidv7 } from '@atlas/kernel';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { type Copies, openCopies } from '../cache/copies.ts';
import type { Redis } from '../cache/redis.ts';
import type { Config } from '../config.ts';
import type { PrismaClient } from '../db/generated/client.ts';
import { clientIpHeader } from '../http/client-ip.ts';
import { lockoutOn } from '../limits/lockout.ts';
import { type Allowance, allowanceFrom } from '../limits/plans.ts';
import { locales, mailShape, type RequestMail } from '../mail/mail.ts';
import { accessKey } from './access.ts';
import { addressProof } from './address-proof.ts';
import { type Administrators, administratorsIn } from './administrators.ts';
import { type AuthMails, authMails } from './auth-mails.ts';
import { breachedPasswords } from './breached-passwords.ts';
import { captcha } from './captcha.ts';
import { codeGuesses } from './code-guesses.ts';
import { codesOnce } from './codes-once.ts';
import { type AddressOf, colleaguesIn } from './colleagues.ts';
import { forgetLeavers } from './forget-leavers.ts';
import { google } from './google.ts';
import { impersonation } from './impersonation.ts';
import { rememberDevice } from './known-device.ts';
import { mailCooldown } from './mail-cooldown.ts';
import { mailGuard } from './mail-guard.ts';
import { mailedCodes, notOffered } from './mailed-codes.ts';
import { ofTheHouse } from './of-the-house.ts';
import { passwordless } from './passwordless.ts';
import { passwords } from './passwords.ts';
import { readPlan } from './people.repository.ts';
import { type People, peopleIn } from './people.ts';
import { openPeople } from './people-client.ts';
import { passkeys, totp } from './second-factor.ts';
import { secretsOf } from './secrets.ts';
import { type SessionCopies, type SessionCopy, sessionCopies } from './session-copies.ts';
import { sessionStorage } from './session-storage.ts';
import { readSession } from './sessions.repository.ts';
import { sessions } from './sessions.ts';
import { stepUp } from './step-up.ts';
import type { Trail } from './trail.ts';
import { workspaceDomains } from './workspace-domains.ts';
import { workspaceTrail } from './workspace-trail.ts';
import { type ForgetMember, workspaces } from './workspaces.ts';

export type AuthOptions = {
  readonly config: Config;
  readonly redis: Redis;
  /** Null where no mail is sent: then nothing is offered that needs one. */
  readonly requestMail: RequestMail | null;
  /** What is done to a workspace stands in its audit trail before it is answered. */
  readonly trail: Trail;
};

export const cookiePrefix = 'atlas';

function configure(
  { config, redis, trail }: AuthOptions,
  people: PrismaClient,
  copies: Copies,
  forgetMember: ForgetMember,
  mails: AuthMails | null,
  copiesOfSessions: SessionCopies,
) {
  const { member: members, user: users, organization: organizations, invitation: invitations, workspaceDomain: domains } = people;
  const tables = { members, organizations, invitations, domains };
  const cooldown = mailCooldown(redis, config.AUTH_SECRET);
  return betterAuth({
    appName: 'Atlas ERP',
    baseURL: config.PUBLIC_URL,
    basePath: '/api/auth',
    ...secretsOf(config),
    trustedOrigins: [config.PUBLIC_URL],
    telemetry: { enabled: false },
    logger: { disabled: config.LOG_LEVEL === 'silent' },
    // What is no refusal of its own becomes a problem document like every other failure.
    onAPIError: { throw: true },
    database: prismaAdapter(people, { provider: 'postgresql', transaction: true }),
    secondaryStorage: sessionStorage(redis, copies, copiesOfSessions),
    // The gate before it counts (packages/platform/src/limits).
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix,
      // Said out loud because Better Auth leaves its checks out where it is tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: [clientIpHeader] },
    },
    user: {
      additionalFields: {
        locale: { type: [...locales], required: false, defaultValue: 'en', validator: { input: mailShape.shape.locale } },
      },
    },
    disabledPaths: notOffered,
    ...passwords(mails, users),
    ...addressProof(mails, cooldown),
    ...sessions(members, copiesOfSessions, trail),
    plugins: [
      impersonation(),
      ...captcha(config, lockoutOn(redis).failuresOf),
      ...((config.BREACH_CHECK ?? config.NODE_ENV === 'production') ? [breachedPasswords(config.BREACH_URL)] : []),
      ...(mails ? [mailGuard(cooldown, mails), ...mailedCodes(mails, config.AUTH_SECRET)] : []),
      workspaces({ ...tables, forgetMember, mails, trialDays: config.TRIAL_DAYS }),
      workspaceDomains(tables, forgetMember, trail),
      ofTheHouse({ invitations, users }),
      forgetLeavers(forgetMember),
      workspaceTrail(tables, trail),
      totp(config),
      codeGuesses(),
      codesOnce(),
      passkeys(config),
      ...google(config),
      passwordless(mails, cooldown, config.AUTH_SECRET),
      rememberDevice(config),
      stepUp(),
    ],
  });
}

type BetterAuth = ReturnType<typeof configure>;

export type Auth = {
  /** Better Auth itself: its HTTP handler and API. */
  readonly better: BetterAuth;
  /** The one name that the cookie of a session has here. Over https nobody without it can have set it. */
  readonly sessionCookie: string;
  /** What Redis knows of sessions. */
  readonly copies: SessionCopies;
  /** A session as PostgreSQL knows it now, over or not. */
  sessionOf(token: string): Promise<SessionCopy | null>;
  /** Lets a session that is in use live on. False when it was ended meanwhile. */
  prolong(token: string, until: Date): Promise<boolean>;
  /** What a workspace may ask for. */
  planOf(tenantId: string): Promise<Allowance>;
  /** Who runs Atlas. */
  readonly administrators: Administrators;
  /** The people of each workspace. */
  readonly people: People;
  /** The address of someone whom a person may know. */
  readonly addressOf: AddressOf;
  close(): Promise<void>;
};

/** People, sessions and workspaces. Sessions live in PostgreSQL and are served from Redis. */
export function openAuth(options: AuthOptions): Auth {
  const { client: people, reader, close } = openPeople(options.config);
  const copies = openCopies(options.redis);
  const { config, requestMail } = options;
  const mails = requestMail && authMails({ requestMail, publicUrl: config.PUBLIC_URL, users: people.user });
  const ofSessions = sessionCopies(options.redis, copies);
  const forget = (organizationId: string, userId: string) => copies.supersede(accessKey(organizationId, userId));
  return {
    sessionCookie: `${options.config.PUBLIC_URL.startsWith('https://') ? '__Secure-' : ''}${cookiePrefix}.session_token`,
    better: configure(options, people, copies, forget, mails, ofSessions),
    copies: ofSessions,
    prolong: async (token, until) => {
      const { count } = await people.session.updateMany({ where: { token }, data: { expiresAt: until } });
      await ofSessions.supersede(token);
      return count > 0;
    },
    sessionOf: (token) => readSession(reader, token),
    planOf: async (id) => allowanceFrom(await readPlan(reader, id)),
    administrators: administratorsIn(people),
    people: peopleIn(reader, forget),
    addressOf: colleaguesIn(people),
    close,
  };
}

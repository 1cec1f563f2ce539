import { uuidv7 } from '@atlas/kernel';
import { PrismaPg } from '@prisma/adapter-pg';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth/minimal';
import { organization } from 'better-auth/plugins/organization';
import { type Copies, openCopies } from '../cache/copies.ts';
import type { Redis } from '../cache/redis.ts';
import { PrismaClient } from '../db/generated/client.ts';
import { sessionStorage } from './session-storage.ts';

export type AuthOptions = {
  /** URL of the `atlas_auth` role. */
  readonly databaseUrl: string;
  readonly redis: Redis;
  readonly secret: string;
  /** Where people reach the web app: the only origin that may send cookies. */
  readonly publicUrl: string;
  readonly rateLimit: boolean;
};

export const cookiePrefix = 'atlas';

const day = 86_400;

function configure(
  { redis, secret, publicUrl, rateLimit }: AuthOptions,
  people: PrismaClient,
  members: PrismaClient['member'],
  copies: Copies,
  forgetMember: (organizationId: string, userId: string) => Promise<void>,
) {
  return betterAuth({
    appName: 'Atlas ERP',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    // What is no refusal of its own becomes a problem document like every other failure.
    onAPIError: { throw: true },
    database: prismaAdapter(people, { provider: 'postgresql', transaction: true }),
    secondaryStorage: sessionStorage(redis, copies),
    session: { storeSessionInDatabase: true, expiresIn: 7 * day, updateAge: day, cookieCache: { enabled: false } },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 200, requireEmailVerification: false },
    rateLimit: {
      enabled: rateLimit,
      storage: 'secondary-storage',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/sign-up/email': { window: 60, max: 5 } },
    },
    advanced: {
      cookiePrefix,
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    plugins: [
      organization({
        organizationHooks: {
          afterUpdateMemberRole: async ({ member }) => forgetMember(member.organizationId, member.userId),
          afterRemoveMember: async ({ member }) => forgetMember(member.organizationId, member.userId),
        },
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          // Someone who has a workspace is in it right after signing in.
          before: async (session) => {
            const member = await members.findFirst({ where: { userId: session.userId }, orderBy: { createdAt: 'asc' } });
            return { data: { ...session, activeOrganizationId: member?.organizationId ?? null } };
          },
        },
      },
    },
  });
}

type BetterAuth = ReturnType<typeof configure>;

export type Auth = {
  /** Better Auth itself: its HTTP handler and API. */
  readonly better: BetterAuth;
  /** The role of a person in a workspace, or null. Cached in Redis for a minute; changes forget it at once. */
  roleOf(organizationId: string, userId: string): Promise<string | null>;
  close(): Promise<void>;
};

/** A password is hashed while a transaction holds its connection: whoever comes with fifty others waits a little. */
const openPeople = (connectionString: string, max: number): PrismaClient =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString, max }),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });

const memberKey = (organizationId: string, userId: string): string => `atlas:member:${organizationId}:${userId}`;

/** People, sessions and workspaces. Sessions live in PostgreSQL and are served from Redis. */
export function openAuth(options: AuthOptions): Auth {
  const people = openPeople(options.databaseUrl, 5);
  // Asked for while a sign-up holds a connection of `people`. From one pool, five at once would wait for each other.
  const lookups = openPeople(options.databaseUrl, 2);
  const copies = openCopies(options.redis);
  const forget = (organizationId: string, userId: string) => copies.remove(memberKey(organizationId, userId));
  return {
    better: configure(options, people, lookups.member, copies, forget),
    roleOf: async (organizationId, userId) => {
      const key = memberKey(organizationId, userId);
      const cached = await copies.get(key);
      if (cached !== null) return cached;
      const member = await lookups.member.findUnique({ where: { organizationId_userId: { organizationId, userId } } });
      if (member) await copies.set(key, member.role, 60);
      return member?.role ?? null;
    },
    close: async () => {
      await Promise.all([people.$disconnect(), lookups.$disconnect()]);
    },
  };
}

import type { BetterAuthOptions } from 'better-auth';
import type { PrismaClient } from '../db/generated/client.ts';

const day = 86_400;

/** Sessions live in PostgreSQL and are served from Redis. Someone who has a workspace is in it right after signing in. */
export const sessions = (members: PrismaClient['member']) =>
  ({
    session: { storeSessionInDatabase: true, expiresIn: 7 * day, updateAge: day, cookieCache: { enabled: false } },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const member = await members.findFirst({ where: { userId: session.userId }, orderBy: { createdAt: 'asc' } });
            return { data: { ...session, activeOrganizationId: member?.organizationId ?? null } };
          },
        },
      },
    },
  }) satisfies BetterAuthOptions;

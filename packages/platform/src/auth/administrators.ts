import type { PrismaClient } from '../db/generated/client.ts';

/** One of the people who run Atlas. */
export type Administrator = { readonly hasSecondFactor: boolean };

/** Says whether somebody is one, as PostgreSQL knows it now; null for everybody else. */
export type Administrators = (userId: string) => Promise<Administrator | null>;

export const administratorsIn = ({ user }: Pick<PrismaClient, 'user'>): Administrators => {
  const select = { administrator: true, twoFactorEnabled: true, _count: { select: { passkeys: true } } } as const;
  return async (id) => {
    const found = await user.findUnique({ where: { id }, select });
    return found?.administrator ? { hasSecondFactor: found.twoFactorEnabled || found._count.passkeys > 0 } : null;
  };
};

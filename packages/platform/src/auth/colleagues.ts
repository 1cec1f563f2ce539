import type { PrismaClient } from '../db/generated/client.ts';

/** The address of somebody whom a person may know: themselves, or whoever shares a workspace with them. Null for strangers. */
export type AddressOf = (userId: string, viewerId: string) => Promise<string | null>;

export const colleaguesIn =
  (people: Pick<PrismaClient, 'user'>): AddressOf =>
  async (id, viewerId) => {
    const together = { members: { some: { organization: { members: { some: { userId: viewerId } } } } } };
    const found = await people.user.findFirst({ where: { id, OR: [{ id: viewerId }, together] }, select: { email: true } });
    return found?.email ?? null;
  };

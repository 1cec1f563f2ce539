'use client';
import { listMembers, type member } from '@atlas/identity/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { api } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';

export type Member = z.output<typeof member>;

/** Everyone in the workspace with their roles, teams and department, page after page, for whoever may see them, once wanted. */
export const useMembers = (wanted = true): UseQueryResult<Member[]> => {
  const may = useMay();
  return useQuery({
    enabled: wanted && may(listMembers),
    queryKey: [listMembers.name, 'everyone'],
    queryFn: async ({ signal }) => {
      const everyone: Member[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await api.call(listMembers, { limit: 200, ...(cursor ? { cursor } : {}) }, { signal });
        everyone.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return everyone;
    },
  });
};

/** What a person is called. */
export const nameOf = ({ name, email }: Pick<Member, 'name' | 'email'>): string => name || email;

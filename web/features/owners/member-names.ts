'use client';
import { listMembers } from '@atlas/identity/contract';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { api } from '@/lib/api.ts';
import { useMay } from '../session/may.ts';
import { nameOf } from '../teams/use-members.ts';

type Names = ReadonlyMap<string, string>;

/** Those whom this moment asks for, and the one answer to all of them. */
let moment: { readonly ids: Set<string>; readonly names: Promise<Names> } | null = null;
const mostAtOnce = 200;

async function namesOf(ids: ReadonlySet<string>): Promise<Names> {
  await new Promise((resolve) => setTimeout(resolve));
  moment = null;
  const { items } = await api.call(listMembers, { ids: [...ids].join(',') });
  return new Map(items.map((member) => [member.userId, nameOf(member)]));
}

/** A list shows many people at once: they are asked for together. */
function askFor(id: string): Promise<Names> {
  if (!moment || moment.ids.size >= mostAtOnce) {
    const ids = new Set<string>();
    moment = { ids, names: namesOf(ids) };
  }
  moment.ids.add(id);
  return moment.names;
}

/** What a member is called, for whoever may see the members; null for who is none. */
export function useMemberName(id: string | null): UseQueryResult<string | null> {
  const may = useMay();
  return useQuery({
    enabled: id !== null && may(listMembers),
    queryKey: [listMembers.name, 'name', id],
    queryFn: async () => (id === null ? null : ((await askFor(id)).get(id) ?? null)),
    staleTime: 60_000,
  });
}

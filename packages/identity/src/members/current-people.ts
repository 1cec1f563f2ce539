import { peopleOf, type TenantTx, type WorkspaceMember } from '@atlas/platform';

/** That a person was put somewhere. */
export type Placement = { readonly userId: string; readonly assignedAt: string };

/** Whether it was done in the membership that there is now: what was assigned in an earlier one counts no more. */
export const isCurrent = ({ joinedAt }: Pick<WorkspaceMember, 'joinedAt'>, { assignedAt }: Placement): boolean =>
  assignedAt >= joinedAt;

/** Of these placements the ones that count, each with its person: not who left, nor who came back without it. */
export async function currentOf<P extends Placement>(
  tx: TenantTx,
  placements: readonly P[],
): Promise<(P & { readonly person: WorkspaceMember })[]> {
  if (placements.length === 0) return [];
  const people = await peopleOf(tx).some([...new Set(placements.map(({ userId }) => userId))]);
  const byId = new Map(people.map((person) => [person.userId, person]));
  return placements.flatMap((placement) => {
    const person = byId.get(placement.userId);
    return person && isCurrent(person, placement) ? [{ ...placement, person }] : [];
  });
}

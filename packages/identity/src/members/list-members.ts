import type { Input, Page } from '@atlas/contract';
import { invalidField, isUuid } from '@atlas/kernel';
import { peopleOf, query, type TenantTx, type WorkspaceMember } from '@atlas/platform';
import { listMembers as route } from '../contract/members.ts';
import { departmentsOf } from '../departments/departments.repository.ts';
import { assignmentsOf } from '../roles/assignments.repository.ts';
import { teamsOf } from '../teams/teams.repository.ts';
import { isCurrent, type Placement } from './current-people.ts';

/** The members of a page, or those that were asked for by their ids. */
async function membersFor(tx: TenantTx, { ids, ...page }: Input<typeof route>): Promise<Page<WorkspaceMember>> {
  const people = peopleOf(tx);
  if (ids === undefined) return people.members(page);
  const asked = ids.split(',');
  if (!asked.every(isUuid)) throw invalidField('/ids', 'invalid_format', 'These are no ids.');
  const found = await people.some(asked);
  return { items: found.toSorted((a, b) => a.joinedAt.localeCompare(b.joinedAt)), nextCursor: null };
}

export const listMembers = query(route, async (tx, input) => {
  const { items, nextCursor } = await membersFor(tx, input);
  const userIds = items.map(({ userId }) => userId);
  const [roles, teams, departments] = await Promise.all([
    assignmentsOf(tx, userIds),
    teamsOf(tx, userIds),
    departmentsOf(tx, userIds),
  ]);
  return {
    items: items.map(({ role, ...member }) => {
      const theirs = (placement: Placement): boolean => placement.userId === member.userId && isCurrent(member, placement);
      const department = departments.find(theirs);
      return {
        ...member,
        membership: role.split(',').map((code) => code.trim()),
        assigned: roles.filter(theirs).map(({ code, name }) => ({ code, name: name ?? code })),
        teams: teams.filter(theirs).map(({ teamId, name }) => ({ id: teamId, name })),
        department: department ? { id: department.departmentId, name: department.name } : null,
      };
    }),
    nextCursor,
  };
});

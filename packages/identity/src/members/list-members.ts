import { peopleOf, query } from '@atlas/platform';
import { listMembers as route } from '../contract/members.ts';
import { departmentsOf } from '../departments/departments.repository.ts';
import { assignmentsOf } from '../roles/assignments.repository.ts';
import { teamsOf } from '../teams/teams.repository.ts';
import { isCurrent, type Placement } from './current-people.ts';

export const listMembers = query(route, async (tx, page) => {
  const { items, nextCursor } = await peopleOf(tx).members(page);
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

import { peopleOf, query } from '@atlas/platform';
import { listMembers as route } from '../contract/members.ts';
import { assignmentsOf } from '../roles/assignments.repository.ts';

export const listMembers = query(route, async (tx, page) => {
  const { items, nextCursor } = await peopleOf(tx).members(page);
  const assignments = await assignmentsOf(
    tx,
    items.map(({ userId }) => userId),
  );
  return {
    items: items.map(({ role, ...member }) => ({
      ...member,
      membership: role.split(',').map((code) => code.trim()),
      assigned: assignments
        .filter(({ userId, assignedAt }) => userId === member.userId && assignedAt >= member.joinedAt)
        .map(({ code, name }) => ({ code, name: name ?? code })),
    })),
    nextCursor,
  };
});

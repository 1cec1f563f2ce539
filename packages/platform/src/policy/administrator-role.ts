import type { Role } from '@atlas/kernel';

/** What the people who run Atlas are, in its house. No workspace has it, and no role of a workspace covers what it does. */
export const administratorRole: Role = {
  code: 'administrator',
  name: 'Administrator of Atlas',
  grants: [{ permission: 'administration.*', scope: 'all' }],
};

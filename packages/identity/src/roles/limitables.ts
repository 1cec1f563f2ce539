import type { Policy } from '@atlas/platform';
import type { KnownPermission } from '../domain/check-grants.ts';

/** Everything that can be allowed, and whether its amount can be limited. */
export const limitablesOf = ({ permissions }: Policy): KnownPermission[] =>
  permissions.map(({ name, amount }) => ({ name, limitable: amount !== undefined }));

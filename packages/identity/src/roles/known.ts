import type { Policy } from '@atlas/platform';
import type { KnownPermission } from '../domain/check-grants.ts';

/** Everything that can be allowed, and what of it can be limited. */
export const knownTo = ({ permissions }: Policy): KnownPermission[] =>
  permissions.map(({ name, amount, scopable, maskable }) => ({ name, limitable: amount !== undefined, scopable, maskable }));

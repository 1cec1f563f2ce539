import { type Policy, query } from '@atlas/platform';
import { listPermissions as route } from '../contract/permissions.ts';

export const listPermissions = ({ permissions }: Policy) =>
  query(route, async () => ({
    items: permissions.map(({ name, kind, summary, amount, scopable, maskable }) => ({
      name,
      module: name.slice(0, name.indexOf('.')),
      kind,
      summary,
      limitable: amount !== undefined,
      scopable,
      maskable: [...maskable],
    })),
  }));

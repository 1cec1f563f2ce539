import { found, type Meter, queryThen, readInWorkspace } from '@atlas/platform';
import { readUsage as route, usage } from '../contract/usage.ts';
import { workspaceById } from './workspaces.repository.ts';

/** Each module measures its own, inside the workspace; the house reads numbers and nothing else. */
export const readUsage = (meters: readonly Meter[]) =>
  queryThen(
    route,
    async (tx, { id }) => found(await workspaceById(tx, id), 'workspace'),
    async (ctx, { id, memberCount }) => {
      const measured = await readInWorkspace(ctx, id, (inside) =>
        Promise.all(meters.map(async ({ name, read }) => [name, await read(inside)] as const)),
      );
      return usage.parse({ id, members: memberCount, ...Object.fromEntries(measured) });
    },
  );

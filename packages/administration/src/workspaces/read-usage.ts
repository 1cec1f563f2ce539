import { found, type Meter, query, readInWorkspace } from '@atlas/platform';
import { readUsage as route, usage } from '../contract/usage.ts';
import { workspaceById } from './workspaces.repository.ts';

/** Each module measures its own, inside the workspace; the house reads numbers and nothing else. */
export const readUsage = (meters: readonly Meter[]) =>
  query(route, async (tx, { id }) => {
    const { memberCount } = found(await workspaceById(tx, id), 'workspace');
    const measured = await readInWorkspace(tx.ctx, id, (inside) =>
      Promise.all(meters.map(async ({ name, read }) => [name, await read(inside)] as const)),
    );
    return usage.parse({ id, members: memberCount, ...Object.fromEntries(measured) });
  });

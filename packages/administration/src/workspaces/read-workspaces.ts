import { found, query } from '@atlas/platform';
import {
  getWorkspace as getRoute,
  listWorkspaces as listRoute,
  listWorkspaceMembers as membersRoute,
} from '../contract/workspaces.ts';
import { summaryOf, workspaceJson } from './workspace-json.ts';
import { pageOfMembers, pageOfWorkspaces, workspaceById } from './workspaces.repository.ts';

export const listWorkspaces = query(listRoute, async (tx, input) => {
  const { items, nextCursor } = await pageOfWorkspaces(tx, input);
  return { items: items.map(summaryOf), nextCursor };
});

export const getWorkspace = query(getRoute, async (tx, { id }) => workspaceJson(found(await workspaceById(tx, id), 'workspace')));

export const listWorkspaceMembers = query(membersRoute, async (tx, input) => {
  const [workspace, { items, nextCursor }] = await Promise.all([workspaceById(tx, input.workspaceId), pageOfMembers(tx, input)]);
  found(workspace, 'workspace');
  return { items: items.map(({ id: _id, locale: _locale, ...member }) => member), nextCursor };
});

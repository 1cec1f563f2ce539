import type { getWorkspace, listWorkspaceMembers, listWorkspaces } from '@atlas/administration/contract';
import type { Output } from '@atlas/contract';

export type Workspace = Output<typeof getWorkspace>;
export type WorkspaceSummary = Output<typeof listWorkspaces>['items'][number];
export type WorkspaceMember = Output<typeof listWorkspaceMembers>['items'][number];

/** The operations whose answers change with what is done here. */
export const affects = ['administration.'];

/** The page of a workspace in the console. */
export const pathOf = (id: string): string => `/platform/workspaces/${id}`;

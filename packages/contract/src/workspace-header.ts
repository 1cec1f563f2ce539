/**
 * Names the workspace that a request is for, by its id. Each tab of a browser names its own, so that switching in one
 * does not move the others. Left out, a person's session says which, and a program's key.
 */
export const workspaceHeader = 'Atlas-Workspace';

/** Where a tab keeps the workspace that it has chosen. */
export const tabKey = 'atlas-workspace';

/**
 * A script that hides the page that the server wrote for the workspace of the session, where the tab is in another, until
 * it is taken over: nobody sees or types into what is about to be replaced.
 */
export const hideElsewhere = (workspaceId: string): string =>
  `try { const tab = sessionStorage.getItem('${tabKey}');
if (tab && tab !== '${workspaceId}') document.documentElement.dataset.elsewhere = ''; } catch {}`;

import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, isAPIError } from 'better-auth/api';
import type { ForgetMember } from './workspaces.ts';

/** Better Auth tells of members who are removed, not of those who leave: what is remembered of them is forgotten, too. */
export const forgetLeavers = (forgetMember: ForgetMember) =>
  ({
    id: 'forget-leavers',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/organization/leave',
          handler: createAuthMiddleware(async (ctx) => {
            const left = ctx.context.returned as { organizationId?: string; userId?: string } | undefined;
            if (!isAPIError(left) && left?.organizationId && left.userId) await forgetMember(left.organizationId, left.userId);
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin;

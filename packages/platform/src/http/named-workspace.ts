import { workspaceHeader } from '@atlas/contract';
import { AtlasError } from '@atlas/kernel';
import type { Request } from 'express';
import { z } from 'zod';
import type { CallLimits } from '../limits/call-limits.ts';

const workspaceId = z.uuid().toLowerCase();

/**
 * The workspace that a request names as the one it is for; null where it leaves that to its session or key.
 *
 * @throws AtlasError `validation_failed`
 */
export function workspaceNamedIn(request: Request): string | null {
  const header = request.get(workspaceHeader);
  if (header === undefined) return null;
  const { success, data } = workspaceId.safeParse(header);
  if (!success) throw new AtlasError('validation_failed', `${workspaceHeader} is not the id of a workspace.`);
  return data;
}

/** Says the same of a workspace of others and of one that there is not. Who asks about many is slowed down as a stranger. */
export function refuseStranger(limits: CallLimits, request: Request & { readonly clientIp: string }): never {
  limits.ofNobody(request.clientIp, request.res);
  throw new AtlasError('not_a_member', 'You are not, or no longer, a member of the workspace that this request is for.');
}

import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant, line } = schemas;

/**
 * Afterwards the browser posts the ticket to `/api/auth/impersonation/begin`, which gives it the session of the person,
 * and ends it with `/api/auth/impersonation/stop`, which gives back the administrator's own.
 */
export const startImpersonation = route({
  name: 'administration.impersonation.start',
  method: 'POST',
  path: '/administration/impersonations',
  summary: 'Act as a member of a workspace for a while: its audit trail and its owners are told',
  input: z.object({
    workspaceId: id,
    userId: id,
    reason: line(500).refine((text) => text.length >= 10, 'at least 10 characters'),
    minutes: z.int().min(5).max(60),
  }),
  output: z.object({
    id,
    workspaceId: id,
    userId: id,
    until: instant,
    ticket: z.string().nullable().meta({ description: 'Answered once, null when the request is repeated' }),
  }),
  errors: [
    'not_found',
    'administration.not_a_member',
    'administration.administrator_untouchable',
    'administration.no_owner',
    'workspace_suspended',
  ],
  status: 201,
  secrets: ['ticket'],
  fresh: true,
  house: true,
});

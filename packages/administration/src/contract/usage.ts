import { route, schemas } from '@atlas/contract';
import { z } from 'zod';

const { id, instant } = schemas;

export const usage = z
  .object({
    id,
    members: z.int(),
    customers: z.int(),
    invoicesThisMonth: z.int().meta({ description: 'Invoices posted in the month that goes on' }),
    ledgerLines: z.int(),
    storedBytes: z.int().meta({ description: 'Of uploaded files' }),
    lastActivityAt: instant.nullable().meta({ description: 'When something was last written to the audit trail' }),
  })
  .meta({ id: 'WorkspaceUsage' });

export const readUsage = route({
  name: 'administration.workspace.usage',
  method: 'GET',
  path: '/administration/workspaces/{id}/usage',
  summary: 'Read how much a workspace uses; numbers, and nothing that is in it',
  input: z.object({ id }),
  output: usage,
  errors: ['not_found'],
  house: true,
});

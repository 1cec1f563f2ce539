import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

export const budgetApproved = event({
  name: 'accounting.budget.approved',
  summary: 'A budget was put into force',
  payload: z.object({ budgetId: schemas.id, name: z.string(), revision: z.int() }),
});

import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const about = z.object({ roleId: schemas.id, code: z.string() });
const given = z.object({ userId: schemas.id, role: z.string() });

export const roleCreated = event({ name: 'identity.role.created', summary: 'A role was created', payload: about });
export const roleUpdated = event({ name: 'identity.role.updated', summary: 'A role was changed', payload: about });
export const roleDeleted = event({ name: 'identity.role.deleted', summary: 'A role was deleted', payload: about });
export const roleAssigned = event({ name: 'identity.role.assigned', summary: 'A person was given a role', payload: given });
export const roleUnassigned = event({
  name: 'identity.role.unassigned',
  summary: 'A role was taken from a person',
  payload: given,
});

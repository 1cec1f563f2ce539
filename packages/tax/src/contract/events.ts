import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const about = z.object({ taxId: schemas.id, code: z.string() });

export const taxCreated = event({ name: 'tax.definition.created', summary: 'A tax was created', payload: about });
export const taxUpdated = event({ name: 'tax.definition.updated', summary: 'A tax was changed', payload: about });

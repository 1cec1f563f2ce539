import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const about = z.object({ productId: schemas.id, code: z.string() });

export const productCreated = event({ name: 'catalog.product.created', summary: 'A product was created', payload: about });
export const productUpdated = event({ name: 'catalog.product.updated', summary: 'A product was changed', payload: about });

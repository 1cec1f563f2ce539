import { event, schemas } from '@atlas/contract';
import { z } from 'zod';

const about = z.object({ partyId: schemas.id, code: z.string() });

export const partyCreated = event({
  name: 'parties.party.created',
  summary: 'A customer or supplier was created',
  payload: about,
});
export const partyUpdated = event({
  name: 'parties.party.updated',
  summary: 'A customer or supplier was changed',
  payload: about,
});

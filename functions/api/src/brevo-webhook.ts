import { createHash, timingSafeEqual } from 'node:crypto';
import { AtlasError } from '@atlas/kernel';
import { type Config, type SuppressAddress, suppressionsIn } from '@atlas/platform';
import { Router } from 'express';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In a time that does not tell how much of the token was right. */
const isToken = (given: string | undefined, token: string): boolean =>
  timingSafeEqual(digest(given ?? ''), digest(`Bearer ${token}`));

/**
 * `POST /webhooks/brevo`: what became of our mail. Brevo shows the token that it was given as a bearer. Telling the same
 * twice is harmless. Not there when no token is configured.
 */
export function brevoWebhook({ BREVO_WEBHOOK_TOKEN: token }: Config, suppress: SuppressAddress): Router {
  const router = Router();
  if (token === undefined) return router;
  router.post('/webhooks/brevo', async (request, response) => {
    if (!isToken(request.headers.authorization, token))
      throw new AtlasError('unauthenticated', 'Show the token of this webhook.');
    for (const { address, reason } of suppressionsIn(request.body)) await suppress(address, reason);
    response.status(204).end();
  });
  return router;
}

import { AtlasError } from '@atlas/kernel';
import { z } from 'zod';
import type { SuppressionReason } from './suppress-address.ts';

/** Events after which an address gets no mail any more; a soft bounce is none of them. */
const reasons: Readonly<Record<string, SuppressionReason>> = {
  hard_bounce: 'bounced',
  invalid_email: 'bounced',
  invalid: 'bounced',
  spam: 'spam',
  complaint: 'spam',
  blocked: 'blocked',
  unsubscribed: 'unsubscribed',
};

const told = z.object({ event: z.string().max(100), email: z.email().max(320) });
/** One event, or several when Brevo is told to send batches. */
const shape = z.union([z.array(told).max(1000), told.transform((one) => [one])]);

/**
 * Whom Brevo says to write to no more (https://developers.brevo.com/docs/transactional-webhooks).
 *
 * @throws AtlasError `validation_failed` for what is no event
 */
export function suppressionsIn(body: unknown): { address: string; reason: SuppressionReason }[] {
  const events = shape.safeParse(body);
  if (!events.success) throw new AtlasError('validation_failed', 'This is no event of a mail.');
  return events.data.flatMap(({ event, email }) => {
    const reason = reasons[event];
    return reason ? [{ address: email, reason }] : [];
  });
}

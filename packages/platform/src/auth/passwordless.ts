import { randomInt, timingSafeEqual } from 'node:crypto';
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware, setPassword } from 'better-auth/api';
import { z } from 'zod';
import { keyedHash, keyFor } from '../mail/seal.ts';
import type { AuthMails } from './auth-mails.ts';
import type { MailCooldown } from './mail-cooldown.ts';

const codeMs = 5 * 60_000;
/** Wrong codes until another has to be asked for. */
const guesses = 3;

type Person = { readonly id: string; readonly email: string; readonly twoFactorEnabled?: boolean | null };
type Held = { readonly session: { readonly id: string }; readonly user: Person };

const refuse = (code: string, message: string): never => {
  throw new APIError('BAD_REQUEST', { code, message });
};

/** A mailed code is for those who have nothing better to prove themselves with: a mailbox is one factor, and often open. */
async function requireNothingBetter({ context }: GenericEndpointContext, { id, twoFactorEnabled }: Person): Promise<void> {
  const account = await context.internalAdapter.findCredentialAccount(id);
  if (account?.password || twoFactorEnabled) refuse('BETTER_PROOF_EXISTS', 'Prove it with your password or your app.');
}

/** Choosing a password where there is none. Its caller has proved a moment ago who they are (`step-up.ts`). */
const choosePassword = (mails: AuthMails | null) =>
  createAuthEndpoint(
    '/set-password',
    {
      method: 'POST',
      requireHeaders: true,
      use: [sensitiveSessionMiddleware],
      body: z.object({ newPassword: z.string() }),
    },
    async (ctx) => {
      const { body, headers, context } = ctx;
      await setPassword({ body, headers, context });
      await mails?.passwordChanged(context.session.user.email);
      return ctx.json({ status: true });
    },
  );

function mailedProof(mails: AuthMails, cooldown: MailCooldown, secret: string) {
  const key = keyFor(secret, 'step-up-code');
  const use = [sensitiveSessionMiddleware];
  const identifierOf = ({ session }: Held): string => `step-up-code:${session.id}`;
  const keep = ({ context: { internalAdapter } }: GenericEndpointContext, held: Held, value: string, until: Date) =>
    internalAdapter.createVerificationValue({ identifier: identifierOf(held), value, expiresAt: until });
  const send = createAuthEndpoint('/step-up/send-code', { method: 'POST', requireHeaders: true, use }, async (ctx) => {
    const held = ctx.context.session as Held;
    await requireNothingBetter(ctx, held.user);
    const seconds = await cooldown('step-up-code', held.user.email);
    if (seconds > 0) throw new APIError('TOO_MANY_REQUESTS', { code: 'COOLDOWN', message: `Ask again in ${seconds} seconds.` });
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    await ctx.context.internalAdapter.deleteVerificationByIdentifier(identifierOf(held));
    await keep(ctx, held, `${guesses}:${keyedHash(key, code)}`, new Date(Date.now() + codeMs));
    await mails.proofCode(held.user.email, code);
    return ctx.json({ status: true });
  });
  const body = z.object({ code: z.string().max(20) });
  const verify = createAuthEndpoint('/step-up/verify-code', { method: 'POST', requireHeaders: true, use, body }, async (ctx) => {
    const held = ctx.context.session as Held;
    await requireNothingBetter(ctx, held.user);
    // Taken at once, so that of many guesses one is looked at.
    const kept = await ctx.context.internalAdapter.consumeVerificationValue(identifierOf(held));
    const [left = '0', hash = ''] = kept?.value.split(':') ?? [];
    const [given, right] = [Buffer.from(keyedHash(key, ctx.body.code)), Buffer.from(hash)];
    if (given.length === right.length && timingSafeEqual(given, right)) return ctx.json({ status: true });
    if (kept && Number(left) > 1) await keep(ctx, held, `${Number(left) - 1}:${hash}`, new Date(kept.expiresAt));
    return refuse('INVALID_OTP', 'Invalid code');
  });
  return { sendStepUpCode: send, verifyStepUpCode: verify };
}

/** What people need who came by Google or by a mailed link and have no password: to prove who they are, and to choose one. */
export const passwordless = (mails: AuthMails | null, cooldown: MailCooldown, secret: string) =>
  ({
    id: 'passwordless',
    endpoints: { choosePassword: choosePassword(mails), ...(mails ? mailedProof(mails, cooldown, secret) : {}) },
  }) satisfies BetterAuthPlugin;

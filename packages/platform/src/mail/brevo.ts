import { z } from 'zod';
import type { Config } from '../config.ts';
import { PutOff } from '../queue/job.ts';
import { type Letter, type Mailer, mailShape, type Sent } from './mail.ts';
import { addressHash, mailSeal } from './seal.ts';

const timeoutMs = 10_000;

const taken = z.object({ messageId: z.string().min(1).max(500) });
const refusal = z.object({ code: z.string().max(100), message: z.string() });

/** It is us who are wrong, not the mail: a key that is not valid, no credit, too many at once. It may be set right. */
const ourFault = new Set([401, 402, 403, 408, 429]);

/** A key that Brevo has seen within minutes: this mail is on its way already. */
const knownAlready = 'duplicate_request';

const away = (why: string): PutOff => new PutOff(`the mail vendor is away: ${why}`);

async function post(url: string, apiKey: string, body: unknown): Promise<Response> {
  try {
    return await fetch(`${url}/v3/smtp/email`, {
      method: 'POST',
      redirect: 'error',
      headers: { 'api-key': apiKey, accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw away(error instanceof Error ? error.name : 'no answer');
  }
}

/** What an answer means. The vendor's own words are left out: they may quote the mail. */
async function meaningOf(response: Response): Promise<Sent> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const answer = taken.safeParse(body);
    if (!answer.success) throw away('it answers in words that nobody knows');
    return { outcome: 'sent', providerMessageId: answer.data.messageId };
  }
  if (response.status >= 500 || ourFault.has(response.status)) throw away(`status ${response.status}`);
  const code = refusal.safeParse(body).data?.code ?? 'unknown';
  if (code === knownAlready) return { outcome: 'sent', providerMessageId: null };
  return { outcome: 'refused', reason: `status ${response.status}, ${code}` };
}

const letterOf = (from: string, id: string, to: string, { subject, html, text, attachments = [] }: Letter) => ({
  sender: { name: 'Atlas ERP', email: from },
  to: [{ email: to }],
  subject,
  htmlContent: html,
  textContent: text,
  ...(attachments.length > 0 && {
    attachment: attachments.map(({ name, content }) => ({ name, content: Buffer.from(content).toString('base64') })),
  }),
  headers: { idempotencyKey: id },
});

/** Hands mail over to Brevo (https://developers.brevo.com/reference/sendtransacemail). Null when there is no key for it. */
export function brevoMailer(config: Config): Mailer | null {
  const { BREVO_API_KEY: apiKey, BREVO_URL: url, MAIL_FROM: from, AUTH_SECRET: secret, PUBLIC_URL: publicUrl } = config;
  if (apiKey === undefined) return null;
  const seal = mailSeal(secret, config.AUTH_PREVIOUS_SECRETS);
  return {
    open: (sealed) => mailShape.parse(JSON.parse(seal.open(sealed))),
    linkTo: (path) => new URL(path, publicUrl).toString(),
    close: (mail) => seal.close(JSON.stringify(mailShape.parse(mail))),
    addressHash: addressHash(secret),
    send: async (id, to, letter) => meaningOf(await post(url, apiKey, letterOf(from, id, to, letter))),
  };
}

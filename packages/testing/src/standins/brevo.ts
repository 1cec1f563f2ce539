import { randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { mailboxPage, mailPage } from './mailbox-page.ts';
import { listen, type RunningStandIn, type StandIn } from './standin.ts';

export type { ReceivedMail } from './mailbox.ts';

/** As Brevo asks for it: https://developers.brevo.com/reference/sendtransacemail */
const body = z.object({
  sender: z.object({ name: z.string().max(70).optional(), email: z.email() }),
  to: z.array(z.object({ email: z.email(), name: z.string().optional() })).min(1),
  subject: z.string().min(1),
  htmlContent: z.string().min(1),
  textContent: z.string().min(1),
  attachment: z
    .array(z.object({ name: z.string().regex(/\.pdf$/), content: z.base64().min(1) }))
    .min(1)
    .optional(),
  headers: z.object({ idempotencyKey: z.uuid().optional() }).optional(),
});

type Answer = readonly [status: number, body: unknown];

export type BrevoStandIn = RunningStandIn &
  Pick<Mailbox, 'mails'> & {
    readonly environment: Readonly<Record<string, string>>;
    /** How often it was asked to send. */
    calls(): number;
    /** Answers with this status until null is set: a vendor that is in trouble, or that we have offended. */
    fail(status: number | null): void;
    /** Takes what comes, and answers this much later. */
    answerAfter(ms: number): void;
    /** Forgets which mails it has seen, as the vendor does after minutes. */
    forgetKeys(): void;
  };

const apiKey = 'xkeysib-stand-in';

const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const refused = (status: number, code: string, message: string): Answer => [status, { code, message }];

function send(mailbox: Mailbox, seen: Set<string>, input: unknown): Answer {
  const parsed = body.safeParse(input);
  if (!parsed.success) return refused(400, 'invalid_parameter', parsed.error.issues[0]?.message ?? 'not valid');
  const { sender, to, subject, htmlContent, textContent, attachment = [], headers } = parsed.data;
  const key = headers?.idempotencyKey;
  if (key !== undefined && seen.has(key)) return refused(400, 'duplicate_request', 'this request was processed already');
  if (key !== undefined) seen.add(key);
  for (const { email } of to)
    mailbox.add({ from: sender.email, to: email, subject, text: textContent, html: htmlContent, attachments: attachment });
  return [201, { messageId: `<${randomUUID()}@smtp-relay.mailin.fr>` }];
}

const answerJson = (response: ServerResponse, [status, answer]: Answer): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
};

const answerPage = (response: ServerResponse, page: string | null): void => {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";
  response
    .writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    .end(page ?? 'There is no such mail.');
};

/** What people and tests read: the mailbox. */
function show(mailbox: Mailbox, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in');
  const mail = mailbox.find(pathname.replace('/dev/mail/', ''));
  if (pathname === '/dev/mail.json') answerJson(response, [200, mailbox.mails(searchParams.get('to') ?? undefined)]);
  else if (pathname === '/dev/mail') answerPage(response, mailboxPage(mailbox.mails()));
  else answerPage(response, mail ? mailPage(mail) : null);
}

const environmentAt = (url: string) => ({
  BREVO_URL: url,
  BREVO_API_KEY: apiKey,
  BREVO_WEBHOOK_TOKEN: 'a token that only the stand-in knows',
  DEV_MAIL_URL: url,
});

/** Brevo's HTTP API on loopback. What it is sent goes nowhere: it is kept and shown at `/dev/mail`. */
export async function startBrevo(port = 0): Promise<BrevoStandIn> {
  const mailbox = openMailbox();
  const seen = new Set<string>();
  let [failing, calls, delayMs]: [number | null, number, number] = [null, 0, 0];
  const sending = async (request: IncomingMessage): Promise<Answer> => {
    calls++;
    if (failing !== null) return refused(failing, 'internal_error', 'something went wrong');
    if (!sameText(String(request.headers['api-key'] ?? ''), apiKey)) return refused(401, 'unauthorized', 'Key not found');
    const answer = send(mailbox, seen, await readJson(request).catch(() => null));
    await sleep(delayMs);
    return answer;
  };
  const server = createServer(async (request, response) => {
    if (request.method === 'POST' && request.url === '/v3/smtp/email') answerJson(response, await sending(request));
    else if (request.method === 'GET' && request.url?.startsWith('/dev/mail')) show(mailbox, request, response);
    else answerJson(response, refused(404, 'document_not_found', 'there is nothing here'));
  });
  const running = await listen(server, port);
  return {
    ...running,
    environment: environmentAt(running.url),
    mails: mailbox.mails,
    calls: () => calls,
    fail: (status) => {
      failing = status;
    },
    answerAfter: (ms) => {
      delayMs = ms;
    },
    forgetKeys: () => seen.clear(),
  };
}

export const brevo: StandIn = { name: 'brevo', environmentAt, start: startBrevo };

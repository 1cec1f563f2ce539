import { once } from 'node:events';
import { houseTenantId } from '@atlas/platform';
import { type Answer, type Api, createWorkspace, type Person, password, signUp, startApi, type Visitor } from '../api/index.ts';
import { doBackgroundWork } from '../deliver.ts';
import type { ReceivedMail } from '../standins/brevo.ts';
import { openVendor, type Vendor } from './vendor.ts';

/** The real API, the real jobs and a vendor on loopback. */
export type Post = Vendor & {
  /** Its people have followed the link that was mailed to them. */
  readonly api: Api;
  /** Someone who has signed up and not looked into their mail yet. */
  newcomer(): Promise<Person>;
  /** Does what waits in the house now. */
  deliver(): Promise<void>;
  /** What somebody has got, newest first, once everything has been delivered. */
  mailsTo(email: string): Promise<readonly ReceivedMail[]>;
  newestTo(email: string): Promise<ReceivedMail>;
  /** Lets the minute pass in which an address gets no second mail. */
  passCooldown(): Promise<void>;
  /** Lets time pass for what was mailed so far. */
  expireAll(asAdministrator: (text: string) => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
};

export async function openPost(redisDatabase: number): Promise<Post> {
  const { brevo, mailer } = await openVendor();
  const api = await startApi(redisDatabase, { ...brevo.environment, RATE_LIMIT_FACTOR: '1000' });
  const { redis } = api.resources;
  if (redis.status !== 'ready') await once(redis, 'ready');
  const forget = async (pattern: string) => {
    const keys = await redis.keys(pattern);
    if (keys.length > 0) await redis.del(keys);
  };
  const deliver = async () => {
    await doBackgroundWork({ tenantId: houseTenantId }, 1, undefined, mailer);
  };
  const mailsTo = async (email: string) => {
    await deliver();
    return brevo.mails(email);
  };
  const newestTo = async (email: string) => {
    const [newest] = await mailsTo(email);
    if (!newest) throw new Error('no mail has come');
    return newest;
  };
  const newcomer = () => signUp(api.url);
  const person = async (workspace?: string): Promise<Person> => {
    const { email, ...visitor } = await newcomer();
    await openLink(visitor, await newestTo(email));
    if (workspace) await createWorkspace(visitor, workspace);
    return { ...visitor, email };
  };
  return {
    api: { ...api, person },
    newcomer,
    brevo,
    mailer,
    deliver,
    mailsTo,
    newestTo,
    passCooldown: () => forget('atlas:mailed:*'),
    expireAll: async (asAdministrator) => {
      await asAdministrator("update identity.verifications set expires_at = now() - interval '1 second'");
      await forget('atlas:auth:verification:*');
    },
    close: async () => {
      await api.close();
      await brevo.close();
    },
  };
}

/** The address that a mail leads to, which its rendered half names too. */
export function linkIn({ text, html }: ReceivedMail): URL {
  const [link = ''] = /https?:\/\/\S+/.exec(text) ?? [];
  if (!html.includes(`href="${link.replaceAll('&', '&amp;')}"`)) throw new Error('the two halves of the mail lead elsewhere');
  return new URL(link);
}

export const tokenIn = (mail: ReceivedMail): string => linkIn(mail).searchParams.get('token') ?? '';

/** Presses where the link of a mail that verifies an address leads. */
export const openLink = (visitor: Visitor, mail: ReceivedMail): Promise<Answer> =>
  visitor.send('GET', `/api/auth/verify-email?token=${encodeURIComponent(tokenIn(mail))}`);

export const codeIn = ({ text }: ReceivedMail): string => /^\d{6}$/m.exec(text)?.[0] ?? '';

/** Whether a visitor is known to the API. */
export const isSignedIn = async (visitor: Visitor): Promise<boolean> => (await visitor.send('GET', '/v1/me')).status === 200;

export const signInAs = (visitor: Visitor, email: string, secret = password): Promise<Answer> =>
  visitor.send('POST', '/api/auth/sign-in/email', { body: { email, password: secret } });

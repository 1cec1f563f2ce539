import type { PrismaClient } from '../db/generated/client.ts';
import { type Locale, locales, type RequestMail, type Template } from '../mail/mail.ts';

export type Invited = { readonly id: string; readonly email: string; readonly inviter: string; readonly workspace: string };

/**
 * Mails about signing in, in the language of who reads them. Each is asked for before the answer: what was answered for is
 * mailed, whoever dies then. That takes less than answers that could tell by their time take at least (`mail-guard.ts`).
 */
export type AuthMails = {
  /** @param next where in the web app the link goes on to */
  verifyEmail(email: string, token: string, next: string | null): Promise<void>;
  /** Somebody wanted to sign up with the address of an account. */
  accountExists(email: string): Promise<void>;
  resetPassword(email: string, token: string): Promise<void>;
  passwordChanged(email: string): Promise<void>;
  signInLink(email: string, token: string): Promise<void>;
  signInCode(email: string, code: string): Promise<void>;
  /** What proves, within a session, who one is. */
  proofCode(email: string, code: string): Promise<void>;
  /** @param inviterEmail whose language a stranger is written in */
  invitation(invited: Invited, inviterEmail: string): Promise<void>;
};

type Wiring = {
  readonly requestMail: RequestMail;
  readonly publicUrl: string;
  readonly users: PrismaClient['user'];
};

/** Pages of the web app that mails lead to. The token stands in the query; the page hands it to Better Auth. */
const pages = {
  signIn: '/sign-in',
  verifyEmail: '/verify-email',
  resetPassword: '/reset-password',
  magicLink: '/magic-link',
} as const;

/** What fails is told to the operator, by its name: more might name a person. The answer is that of a stranger. */
const withoutTelling = (what: string, work: () => Promise<void>): Promise<void> =>
  work().catch((error: unknown) => process.emitWarning(`${what} (${error instanceof Error ? error.name : 'unknown'})`));

export function authMails({ requestMail, publicUrl, users }: Wiring): AuthMails {
  const address = (path: string): string => new URL(path, publicUrl).toString();
  const withToken = (path: string, token: string, next: string | null = null): string =>
    address(`${path}?${new URLSearchParams({ token, ...(next === null ? {} : { next }) })}`);
  const languageOf = async (email: string): Promise<Locale | null> => {
    const user = await users.findUnique({ where: { email }, select: { locale: true } });
    return user && (locales.find((locale) => locale === user.locale) ?? 'en');
  };
  const toPerson = (template: Template, email: string, values: Record<string, string>): Promise<void> =>
    withoutTelling('a mail could not be requested', async () => {
      const locale = await languageOf(email.toLowerCase());
      // Whoever has no account gets nothing; the answer was the same.
      if (locale) await requestMail({ template, to: email, locale, values });
    });
  return {
    verifyEmail: (email, token, next) => toPerson('verify-email', email, { link: withToken(pages.verifyEmail, token, next) }),
    accountExists: (email) => toPerson('account-exists', email, { link: address(pages.signIn) }),
    resetPassword: (email, token) => toPerson('reset-password', email, { link: withToken(pages.resetPassword, token) }),
    passwordChanged: (email) => toPerson('password-changed', email, { link: address(pages.resetPassword) }),
    signInLink: (email, token) => toPerson('sign-in-link', email, { link: withToken(pages.magicLink, token) }),
    signInCode: (email, code) => toPerson('sign-in-code', email, { code }),
    proofCode: (email, code) => toPerson('proof-code', email, { code }),
    invitation: ({ id, email, inviter, workspace }, inviterEmail) =>
      withoutTelling('an invitation could not be mailed', async () => {
        const locale = (await languageOf(email)) ?? (await languageOf(inviterEmail)) ?? 'en';
        const values = { inviter, workspace, link: address(`/invitation/${id}`) };
        await requestMail({ template: 'invitation', to: email, locale, values });
      }),
  };
}

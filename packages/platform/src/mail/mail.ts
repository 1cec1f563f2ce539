import { z } from 'zod';

/** How long a mail may wait for a vendor that is away; after that its link or code is dead, or its news old. */
const minute = 60_000;
export const goodForMs = {
  'verify-email': 60 * minute,
  'account-exists': 60 * minute,
  'reset-password': 30 * minute,
  'sign-in-link': 10 * minute,
  'sign-in-code': 5 * minute,
  'proof-code': 5 * minute,
  invitation: 48 * 60 * minute,
  'password-changed': 24 * 60 * minute,
  impersonation: 24 * 60 * minute,
  reminder: 7 * 24 * 60 * minute,
  invoice: 7 * 24 * 60 * minute,
} as const;

export type Template = keyof typeof goodForMs;

export const locales = ['en', 'de'] as const;
export type Locale = (typeof locales)[number];

/** A paper that goes along with a mail, written as PDF when the mail is sent: what waits is its words. */
export const mailedPaper = z.object({
  fileName: z.string().max(200),
  company: z.string(),
  title: z.string(),
  about: z.array(z.string()),
  address: z.array(z.string()).optional(),
  text: z.array(z.string()),
  columns: z.array(
    z.object({ label: z.string(), kind: z.enum(['text', 'date', 'amount', 'percent']), width: z.number().positive() }),
  ),
  rows: z.array(z.object({ look: z.enum(['plain', 'strong', 'title']), indent: z.int(), cells: z.array(z.string().nullable()) })),
});
export type MailedPaper = z.output<typeof mailedPaper>;

export const mailShape = z.object({
  template: z.enum(Object.keys(goodForMs) as [Template, ...Template[]]),
  to: z.email(),
  locale: z.enum(locales),
  /** What the template fills in: links, codes, names and texts. */
  values: z.record(z.string(), z.string()),
  paper: mailedPaper.optional(),
  /** A file that is kept already, to the byte, by its key in the storage of the workspace. */
  file: z.object({ name: z.string().max(200), key: z.string() }).optional(),
});

/** A mail that somebody shall get. */
export type Mail = z.output<typeof mailShape>;

/** Asks for a mail. Resolves when the request is kept; the mail itself follows from a job. */
export type RequestMail = (mail: Mail) => Promise<void>;

/** What a vendor takes: a mail in words. */
export type Letter = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly { readonly name: string; readonly content: Uint8Array }[];
};

export type Sent =
  | { readonly outcome: 'sent'; readonly providerMessageId: string | null }
  /** It will never take this mail. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** What a job needs to send mail. */
export type Mailer = {
  open(sealed: string): Mail;
  /** A mail as it may be written down. */
  close(mail: Mail): string;
  /** Where a page of the web app is. */
  linkTo(path: string): string;
  /** Names an address without telling it. */
  addressHash(address: string): string;
  /** @param id sending again under the same id within minutes sends nothing. @throws PutOff while the vendor is away */
  send(id: string, to: string, letter: Letter): Promise<Sent>;
};

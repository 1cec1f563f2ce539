import { randomUUID } from 'node:crypto';

/** A mail as its reader gets it. */
export type ReceivedMail = {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** In base64. */
  readonly attachments: readonly { readonly name: string; readonly content: string }[];
};

/** The newest mails; older ones are forgotten. */
const most = 500;

export type Mailbox = {
  add(mail: Omit<ReceivedMail, 'id' | 'at'>): void;
  /** Newest first; of one address when it is given. */
  mails(to?: string): readonly ReceivedMail[];
  find(id: string): ReceivedMail | undefined;
};

export function openMailbox(): Mailbox {
  const received: ReceivedMail[] = [];
  return {
    add: (mail) => {
      received.unshift({ id: randomUUID(), at: new Date().toISOString(), ...mail });
      received.length = Math.min(received.length, most);
    },
    mails: (to) => (to === undefined ? received : received.filter((mail) => mail.to.toLowerCase() === to.toLowerCase())),
    find: (id) => received.find((mail) => mail.id === id),
  };
}

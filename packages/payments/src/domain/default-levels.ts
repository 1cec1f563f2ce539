import type { DunningStep } from './dunning-level.ts';
import type { DunningLocale } from './dunning-text.ts';

type Words = { readonly subject: string; readonly body: string };

/** A level as it is kept. */
export type Level = DunningStep & {
  readonly name: string;
  readonly feeMinor: bigint;
  readonly feeAccountId: string | null;
  readonly texts: Readonly<Record<DunningLocale, Words>>;
};

const free = { feeMinor: 0n, feeAccountId: null };

/** What holds where nobody said anything: three levels without a fee. */
export const defaultLevels: readonly Level[] = [
  {
    ...free,
    name: 'Payment reminder',
    daysOverdue: 7,
    daysBetween: 7,
    texts: {
      en: {
        subject: 'Payment reminder from {company}',
        body: 'Dear {customer},\n\nmay we remind you of {total}, which was due and has not reached us by {date}? If you have paid meanwhile, thank you: nothing is left to do.\n\nKind regards\n{company}',
      },
      de: {
        subject: 'Zahlungserinnerung von {company}',
        body: 'Guten Tag {customer},\n\nsicher ist es Ihnen entgangen: {total} waren fällig und bis {date} nicht bei uns eingegangen. Haben Sie inzwischen gezahlt, danken wir Ihnen; dann ist nichts weiter zu tun.\n\nMit freundlichen Grüßen\n{company}',
      },
    },
  },
  {
    ...free,
    name: 'Second reminder',
    daysOverdue: 21,
    daysBetween: 14,
    texts: {
      en: {
        subject: 'Second reminder from {company}',
        body: 'Dear {customer},\n\n{total} are still open on {date}. Please pay within the next seven days.\n\nKind regards\n{company}',
      },
      de: {
        subject: 'Zweite Mahnung von {company}',
        body: 'Guten Tag {customer},\n\nam {date} sind noch {total} offen. Bitte zahlen Sie innerhalb der nächsten sieben Tage.\n\nMit freundlichen Grüßen\n{company}',
      },
    },
  },
  {
    ...free,
    name: 'Last reminder',
    daysOverdue: 35,
    daysBetween: 14,
    texts: {
      en: {
        subject: 'Last reminder from {company}',
        body: 'Dear {customer},\n\nin spite of our reminders {total} are open on {date}. If they have not reached us within seven days, we have to take further steps.\n\nKind regards\n{company}',
      },
      de: {
        subject: 'Letzte Mahnung von {company}',
        body: 'Guten Tag {customer},\n\ntrotz unserer Mahnungen sind am {date} noch {total} offen. Gehen sie nicht innerhalb von sieben Tagen ein, müssen wir weitere Schritte einleiten.\n\nMit freundlichen Grüßen\n{company}',
      },
    },
  },
];

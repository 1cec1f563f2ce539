import type { Locale, Template } from '../mail.ts';

/** A mail in one language. `{name}` is filled in; what is in `code` stands large, `button` leads to `{link}`. */
export type Words = {
  readonly subject: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly code?: string;
  readonly button?: string;
  readonly after: readonly string[];
};

const english: Record<Template, Words> = {
  'verify-email': {
    subject: 'Confirm your e-mail address',
    title: 'Confirm your e-mail address',
    lines: ['Someone signed up for Atlas with this address. If it was you, confirm that it is yours.'],
    button: 'Confirm address',
    after: ['The link works for an hour.', 'If it was not you, leave this mail alone: without you nothing happens.'],
  },
  'account-exists': {
    subject: 'You already have an account',
    title: 'You already have an account',
    lines: ['Someone wanted to sign up for Atlas with this address, which has an account. If it was you, sign in instead.'],
    button: 'Sign in',
    after: [
      'If you do not remember your password, you can choose a new one there.',
      'If it was not you, leave this mail alone: nothing has changed, and they were not told that there is an account.',
    ],
  },
  'reset-password': {
    subject: 'Choose a new password',
    title: 'Choose a new password',
    lines: ['Someone asked for a new password for your account at Atlas.'],
    button: 'Choose a password',
    after: [
      'The link works once, for 30 minutes. A new password signs you out everywhere.',
      'If it was not you, leave this mail alone: your password stays as it is.',
    ],
  },
  'sign-in-link': {
    subject: 'Your link to sign in',
    title: 'Sign in to Atlas',
    lines: ['With this link you sign in without a password.'],
    button: 'Sign in',
    after: [
      'The link works once, for 10 minutes.',
      'If you did not ask for it, leave this mail alone, and give the link to nobody.',
    ],
  },
  'sign-in-code': {
    subject: 'Your code to sign in',
    title: 'Your code to sign in',
    lines: ['Enter this code where you asked for it:'],
    code: '{code}',
    after: ['The code works once, for 5 minutes.', 'Nobody at Atlas ever asks for it. If you did not, leave this mail alone.'],
  },
  'proof-code': {
    subject: 'Your code to confirm that it is you',
    title: 'Confirm that it is you',
    lines: ['You are about to do something sensitive in Atlas. Enter this code there:'],
    code: '{code}',
    after: [
      'The code works once, for 5 minutes.',
      'If it is not you, somebody uses Atlas where you are signed in: give the code to nobody, and sign out your devices.',
    ],
  },
  invitation: {
    subject: '{inviter} invites you to {workspace}',
    title: 'Join {workspace}',
    lines: ['{inviter} invites you to work in {workspace} on Atlas.'],
    button: 'See the invitation',
    after: ['The invitation is for this address only and ends after 48 hours.'],
  },
  'password-changed': {
    subject: 'Your password was changed',
    title: 'Your password was changed',
    lines: ['The password of your account at Atlas was changed just now.'],
    after: ['If it was not you, choose a new password at once: {link}'],
  },
  impersonation: {
    subject: 'Somebody of Atlas works in {workspace}',
    title: 'Somebody of Atlas works in {workspace}',
    lines: [
      '{administrator}, who runs Atlas, acts as {person} in {workspace} until {until} (UTC).',
      'The reason they gave: {reason}',
    ],
    button: 'Open the audit log',
    after: [
      'What they do stands in your audit log under their own name. They cannot change passwords, keys or roles.',
      'If you did not ask for this, please tell us.',
    ],
  },
  reminder: { subject: '{subject}', title: '{subject}', lines: ['{text}', '{items}'], after: [] },
  invoice: { subject: '{subject}', title: '{subject}', lines: ['{text}'], after: [] },
};

const german: Record<Template, Words> = {
  'verify-email': {
    subject: 'Bestätigen Sie Ihre E-Mail-Adresse',
    title: 'E-Mail-Adresse bestätigen',
    lines: [
      'Mit dieser Adresse hat sich jemand bei Atlas registriert. Wenn Sie das waren, bestätigen Sie, dass sie Ihnen gehört.',
    ],
    button: 'Adresse bestätigen',
    after: ['Der Link gilt eine Stunde.', 'Wenn Sie es nicht waren, beachten Sie diese E-Mail nicht: Ohne Sie geschieht nichts.'],
  },
  'account-exists': {
    subject: 'Sie haben schon ein Konto',
    title: 'Sie haben schon ein Konto',
    lines: [
      'Jemand wollte sich mit dieser Adresse, die ein Konto hat, bei Atlas registrieren. Waren Sie es, melden Sie sich an.',
    ],
    button: 'Anmelden',
    after: [
      'Wenn Sie Ihr Passwort nicht mehr wissen, können Sie dort ein neues wählen.',
      'Wenn Sie es nicht waren, beachten Sie diese E-Mail nicht: Nichts hat sich geändert, und niemand erfuhr von dem Konto.',
    ],
  },
  'reset-password': {
    subject: 'Neues Passwort wählen',
    title: 'Neues Passwort wählen',
    lines: ['Jemand hat für Ihr Konto bei Atlas ein neues Passwort angefordert.'],
    button: 'Passwort wählen',
    after: [
      'Der Link gilt einmal, 30 Minuten lang. Ein neues Passwort meldet Sie überall ab.',
      'Wenn Sie es nicht waren, beachten Sie diese E-Mail nicht: Ihr Passwort bleibt, wie es ist.',
    ],
  },
  'sign-in-link': {
    subject: 'Ihr Link zum Anmelden',
    title: 'Bei Atlas anmelden',
    lines: ['Mit diesem Link melden Sie sich ohne Passwort an.'],
    button: 'Anmelden',
    after: [
      'Der Link gilt einmal, 10 Minuten lang.',
      'Wenn Sie ihn nicht angefordert haben, beachten Sie diese E-Mail nicht und geben Sie den Link niemandem.',
    ],
  },
  'sign-in-code': {
    subject: 'Ihr Code zum Anmelden',
    title: 'Ihr Code zum Anmelden',
    lines: ['Geben Sie diesen Code dort ein, wo Sie ihn angefordert haben:'],
    code: '{code}',
    after: [
      'Der Code gilt einmal, 5 Minuten lang.',
      'Niemand von Atlas fragt Sie je danach. Wenn Sie ihn nicht angefordert haben, beachten Sie diese E-Mail nicht.',
    ],
  },
  'proof-code': {
    subject: 'Ihr Code zur Bestätigung',
    title: 'Bestätigen Sie, dass Sie es sind',
    lines: ['Sie sind dabei, in Atlas etwas Heikles zu tun. Geben Sie dort diesen Code ein:'],
    code: '{code}',
    after: [
      'Der Code gilt einmal, 5 Minuten lang.',
      'Wenn Sie es nicht sind, benutzt jemand Atlas, wo Sie angemeldet sind: Geben Sie den Code niemandem und melden Sie Ihre Geräte ab.',
    ],
  },
  invitation: {
    subject: '{inviter} lädt Sie zu {workspace} ein',
    title: 'Einladung zu {workspace}',
    lines: ['{inviter} lädt Sie ein, in {workspace} auf Atlas mitzuarbeiten.'],
    button: 'Einladung ansehen',
    after: ['Die Einladung gilt nur für diese Adresse und endet nach 48 Stunden.'],
  },
  'password-changed': {
    subject: 'Ihr Passwort wurde geändert',
    title: 'Ihr Passwort wurde geändert',
    lines: ['Das Passwort Ihres Kontos bei Atlas wurde soeben geändert.'],
    after: ['Wenn Sie es nicht waren, wählen Sie sofort ein neues Passwort: {link}'],
  },
  impersonation: {
    subject: 'Jemand von Atlas arbeitet in {workspace}',
    title: 'Jemand von Atlas arbeitet in {workspace}',
    lines: [
      '{administrator} betreibt Atlas und handelt bis {until} (UTC) als {person} in {workspace}.',
      'Der angegebene Grund: {reason}',
    ],
    button: 'Prüfprotokoll öffnen',
    after: [
      'Was dabei geschieht, steht unter eigenem Namen in Ihrem Prüfprotokoll. Passwörter, Schlüssel und Rollen sind nicht zu ändern.',
      'Wenn Sie nicht darum gebeten haben, sagen Sie uns bitte Bescheid.',
    ],
  },
  reminder: { subject: '{subject}', title: '{subject}', lines: ['{text}', '{items}'], after: [] },
  invoice: { subject: '{subject}', title: '{subject}', lines: ['{text}'], after: [] },
};

export const words: Readonly<Record<Locale, Record<Template, Words>>> = { en: english, de: german };

import type { Language } from './preferences.ts';

export type Messages = typeof import('../messages/en.ts').default;

/** The texts of a language; only the chosen one is loaded. */
export async function messagesOf(language: Language): Promise<Messages> {
  const { default: messages } = language === 'de' ? await import('../messages/de.ts') : await import('../messages/en.ts');
  return messages;
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
    Locale: string;
  }
}

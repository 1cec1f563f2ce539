import compile from 'icu-minify/compile';
import type { Language } from './preferences.ts';

export type Messages = typeof import('../messages/en.ts').default;

const compiled = new Map<Language, Messages>();

/** Texts parsed ahead, so that the browser needs no parser; `format-only` of use-intl takes them in this shape. */
function compiledOf(texts: object): object {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]: [string, unknown]) => [
      key,
      typeof text === 'string' ? compile(text) : compiledOf(text as object),
    ]),
  );
}

/** The texts of a language; only the chosen one is loaded. */
export async function messagesOf(language: Language): Promise<Messages> {
  const known = compiled.get(language);
  if (known) return known;
  const { default: texts } = language === 'de' ? await import('../messages/de.ts') : await import('../messages/en.ts');
  // Cloned, because its objects without prototype may not pass to the browser.
  const messages = structuredClone(compiledOf(texts)) as Messages;
  compiled.set(language, messages);
  return messages;
}

declare module 'use-intl' {
  interface AppConfig {
    Messages: Messages;
    Locale: string;
  }
}

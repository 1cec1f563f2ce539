/** What a person chose about the look of Atlas; kept in cookies so that the first byte of a page already fits. */
export type Theme = 'system' | 'light' | 'dark';
export type Language = 'en' | 'de';

export const languages: readonly Language[] = ['en', 'de'];
export const themes: readonly Theme[] = ['system', 'light', 'dark'];

export const cookieNames = { language: 'atlas_language', theme: 'atlas_theme', sidebar: 'atlas_sidebar' } as const;

const year = 31_536_000;

export const isTheme = (value: string | undefined): value is Theme => themes.some((theme) => theme === value);
export const isLanguage = (value: string | undefined): value is Language => languages.some((language) => language === value);

/** Remembers a choice for a year on this device. */
export function rememberChoice(name: (typeof cookieNames)[keyof typeof cookieNames], value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${name}=${value}; path=/; max-age=${year}; samesite=lax`;
}

/** The language that was chosen, otherwise the first of the browser's that we speak. */
export function languageOf(chosen: string | undefined, accepted: string | null): Language {
  if (isLanguage(chosen)) return chosen;
  const offered = acceptedTags(accepted).map((tag) => tag.slice(0, 2).toLowerCase());
  return offered.find(isLanguage) ?? 'en';
}

/** The regional form of a language for numbers and dates: `en` read in Britain is `en-GB`. */
export function formatLocaleOf(language: Language, accepted: string | null): string {
  return acceptedTags(accepted).find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
}

const acceptedTags = (header: string | null): string[] =>
  (header ?? '')
    .split(',')
    .map((part) => (part.split(';')[0] ?? '').trim())
    .filter((tag) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(tag));

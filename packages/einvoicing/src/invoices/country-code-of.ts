import { countryCodes, isCountryCode } from '../domain/country-codes.ts';

/** What people call some countries, besides their names. */
const nicknames: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
};

const named = new Map(
  ['en', 'de', 'fr'].flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    const real = countryCodes.filter((code) => /^[A-Z]{2}$/.test(code));
    return real.map((code) => [names.of(code)?.toLowerCase() ?? code, code] as const);
  }),
);

/** The ISO 3166-1 code of a country that people wrote as they call it (`Germany`, `Deutschland`, `DE`); null for any other text. */
export function countryCodeOf(text: string | null): string | null {
  const written = text?.trim() ?? '';
  const code = written.toUpperCase();
  if (isCountryCode(code)) return code;
  return nicknames[written.toLowerCase()] ?? named.get(written.toLowerCase()) ?? null;
}

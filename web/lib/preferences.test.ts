import { describe, expect, it } from 'vitest';
import { formatLocaleOf, languageOf } from './preferences.ts';

describe('the language of a page', () => {
  it('is the chosen one, otherwise the first of the browser that we speak, otherwise English', () => {
    expect(languageOf('de', 'en-US')).toBe('de');
    expect(languageOf(undefined, 'fr;q=0.9, de-AT;q=0.8, en')).toBe('de');
    expect(languageOf('xx', null)).toBe('en');
  });

  it('is written as in the region of the reader', () => {
    expect(formatLocaleOf('en', 'de, en-GB;q=0.8')).toBe('en-GB');
    expect(formatLocaleOf('de', 'en-US')).toBe('de');
    expect(formatLocaleOf('en', 'en-*; <script>')).toBe('en');
  });
});

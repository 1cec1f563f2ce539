'use client';
import { Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { languages } from '@/lib/preferences.ts';
import { languageNames, useLanguage } from './use-language.ts';

export function LanguageSelect() {
  const t = useTranslations('shell');
  const [language, setLanguage] = useLanguage();
  return (
    <Select aria-label={t('language')} value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
      {languages.map((each) => (
        <option key={each} value={each}>
          {languageNames[each]}
        </option>
      ))}
    </Select>
  );
}

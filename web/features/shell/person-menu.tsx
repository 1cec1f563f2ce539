'use client';
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '@atlas/ui';
import { LogOut, ServerCog, Settings } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { isTheme, languages, themes } from '@/lib/preferences.ts';
import { leaveBy, useGo } from '../guard/guard-store.ts';
import { Avatar } from '../people/avatar.tsx';
import { startOver } from '../session/auth.ts';
import { signOut } from '../session/auth-sign-in.ts';
import { useSession } from '../session/session.tsx';
import { useUi } from './ui-store.ts';
import { languageNames, useLanguage } from './use-language.ts';

/** Oneself: name, theme, language, signing out. */
export function PersonMenu() {
  const t = useTranslations('shell');
  const { userId, name, email, administrator } = useSession();
  const { theme, setTheme } = useUi();
  const go = useGo();
  const [language, setLanguage] = useLanguage();
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" aria-label={t('person', { name: name || email })} className="shrink-0 rounded-full">
          <Avatar userId={userId} name={name || email} />
        </button>
      }
    >
      <MenuLabel>
        <span className="block font-medium text-ink text-sm">{name}</span>
        {email}
      </MenuLabel>
      <MenuItem onSelect={() => go('/settings/profile')}>
        <Settings aria-hidden />
        {t('settings')}
      </MenuItem>
      {administrator ? (
        <MenuItem onSelect={() => go('/platform')}>
          <ServerCog aria-hidden />
          {t('platform')}
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuLabel>{t('theme')}</MenuLabel>
      <MenuChoice
        value={theme}
        onChange={(next) => (isTheme(next) ? setTheme(next) : undefined)}
        options={themes.map((value) => ({ value, label: t(`themes.${value}`) }))}
      />
      <MenuSeparator />
      <MenuLabel>{t('language')}</MenuLabel>
      <MenuChoice
        value={language}
        onChange={setLanguage}
        options={languages.map((value) => ({ value, label: languageNames[value] }))}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => leaveBy(() => void signOut().then(() => startOver('/sign-in')))}>
        <LogOut aria-hidden />
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}

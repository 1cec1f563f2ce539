'use client';
import { Badge, Button, Field, Select } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { notify } from '@/lib/notify.ts';
import { isTheme, languages, themes } from '@/lib/preferences.ts';
import { type Account, sendVerification, updateProfile, useAccount } from '../session/auth-account.ts';
import { PartState } from '../settings/part-state.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { SettingsPage } from '../settings/settings-page.tsx';
import { useUi } from '../shell/ui-store.ts';
import { languageNames, useLanguage } from '../shell/use-language.ts';
import { NameForm } from './name-form.tsx';

/** Oneself: name, address, how Atlas looks. */
export function ProfileScreen() {
  const t = useTranslations('profile');
  const account = useAccount();
  return (
    <SettingsPage section="profile">
      <SettingsCard title={t('name')} description={t('nameAbout')}>
        <PartState query={account} rows={1}>
          {({ user }) => <NameForm name={user.name} />}
        </PartState>
      </SettingsCard>
      <SettingsCard title={t('email')} description={t('emailAbout')}>
        <PartState query={account} rows={1}>
          {({ user }) => <Address user={user} />}
        </PartState>
      </SettingsCard>
      <SettingsCard title={t('look')} description={t('lookAbout')}>
        <Look />
      </SettingsCard>
    </SettingsPage>
  );
}

function Address({ user: { email, emailVerified } }: { user: Account['user'] }) {
  const t = useTranslations('profile');
  const verify = useAction();
  const send = async () => {
    if (await verify.run(() => sendVerification(email, '/settings/profile'))) notify('success', t('verificationSent', { email }));
  };
  return (
    <div className="flex flex-col gap-3">
      <div className="flex min-h-8 flex-wrap items-center gap-2">
        <span className="font-medium">{email}</span>
        <Badge tone={emailVerified ? 'success' : 'warning'}>{t(emailVerified ? 'verified' : 'unverified')}</Badge>
        {emailVerified ? null : (
          <Button size="small" busy={verify.busy} onClick={() => void send()}>
            {t('verify')}
          </Button>
        )}
      </div>
      <Refusal error={verify.error} />
    </div>
  );
}

function Look() {
  const t = useTranslations('shell');
  const { theme, setTheme } = useUi();
  const [language, setLanguage] = useLanguage();
  const saving = useAction({ told: true });
  // Mails come in it, too.
  const choose = (locale: string) => {
    setLanguage(locale);
    void saving.run(() => updateProfile({ locale }));
  };
  return (
    <div className="grid max-w-xl gap-3 sm:grid-cols-2">
      <Field label={t('theme')}>
        {(control) => (
          <Select
            {...control}
            value={theme}
            onChange={({ currentTarget: { value } }) => (isTheme(value) ? setTheme(value) : undefined)}
          >
            {themes.map((value) => (
              <option key={value} value={value}>
                {t(`themes.${value}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('language')}>
        {(control) => (
          <Select {...control} value={language} onChange={(event) => choose(event.currentTarget.value)}>
            {languages.map((value) => (
              <option key={value} value={value}>
                {languageNames[value]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

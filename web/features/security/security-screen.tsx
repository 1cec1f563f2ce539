'use client';
import { useAccount } from '../session/auth-account.ts';
import { SettingsPage } from '../settings/settings-page.tsx';
import { DevicesCard } from './devices-card.tsx';
import { PasskeysCard } from './passkeys-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';

/** How one signs in, and where one is signed in. */
export function SecurityScreen() {
  const account = useAccount();
  return (
    <SettingsPage section="security">
      <PasswordCard />
      <SecondFactorCard account={account} />
      <PasskeysCard />
      <DevicesCard account={account} />
    </SettingsPage>
  );
}

import { Building, Fingerprint, KeyRound, type LucideIcon, ScrollText, UserRound, UsersRound } from 'lucide-react';

export type SettingsKey = 'profile' | 'security' | 'members' | 'roles' | 'audit' | 'workspace';
export type SettingsSection = { key: SettingsKey; path: string; icon: LucideIcon };

/** What can be set: first of oneself, then of the workspace. */
export const settingsSections: readonly { group: 'person' | 'workspace'; sections: readonly SettingsSection[] }[] = [
  {
    group: 'person',
    sections: [
      { key: 'profile', path: '/settings/profile', icon: UserRound },
      { key: 'security', path: '/settings/security', icon: Fingerprint },
    ],
  },
  {
    group: 'workspace',
    sections: [
      { key: 'workspace', path: '/settings/workspace', icon: Building },
      { key: 'members', path: '/settings/members', icon: UsersRound },
      { key: 'roles', path: '/settings/roles', icon: KeyRound },
      { key: 'audit', path: '/settings/audit', icon: ScrollText },
    ],
  },
];

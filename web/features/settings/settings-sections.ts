import {
  BellRing,
  Bot,
  Building,
  FileCode2,
  Fingerprint,
  KeyRound,
  type LucideIcon,
  Network,
  ScrollText,
  Tags,
  UserRound,
  UsersRound,
} from 'lucide-react';

export type SettingsKey =
  | 'profile'
  | 'security'
  | 'members'
  | 'teams'
  | 'roles'
  | 'apiKeys'
  | 'audit'
  | 'workspace'
  | 'eInvoices'
  | 'dimensions'
  | 'dunning';
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
      { key: 'eInvoices', path: '/settings/e-invoices', icon: FileCode2 },
      { key: 'dimensions', path: '/settings/dimensions', icon: Tags },
      { key: 'dunning', path: '/settings/dunning', icon: BellRing },
      { key: 'members', path: '/settings/members', icon: UsersRound },
      { key: 'teams', path: '/settings/teams', icon: Network },
      { key: 'roles', path: '/settings/roles', icon: KeyRound },
      { key: 'apiKeys', path: '/settings/api-keys', icon: Bot },
      { key: 'audit', path: '/settings/audit', icon: ScrollText },
    ],
  },
];

'use client';
import { explainPermission, listMembers } from '@atlas/identity/contract';
import { Badge, Field, Select } from '@atlas/ui';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useSession } from '../session/session.tsx';
import { PartState } from '../settings/part-state.tsx';
import { SettingsCard } from '../settings/settings-card.tsx';
import { groupsOf, type Permission, type RoleSummary } from './matrix.ts';
import { useLimits, useModuleName, useRoleWords } from './role-words.ts';

type Props = { permissions: readonly Permission[]; roles: readonly RoleSummary[] };

/** Asks why someone may do something, or may not. */
export function ExplainCard({ permissions, roles }: Props) {
  const t = useTranslations('roles');
  const moduleName = useModuleName();
  const { userId: self } = useSession();
  const [userId, setUserId] = useState(self);
  const [permission, setPermission] = useState('');
  const members = useRead(listMembers, { limit: 200 });
  return (
    <SettingsCard title={t('explain')} description={t('explainAbout')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('person')}>
          {(control) => (
            <Select {...control} value={userId} onChange={(event) => setUserId(event.currentTarget.value)}>
              {(members.data?.items ?? []).map((member) => (
                <option key={member.userId} value={member.userId}>
                  {member.name || member.email}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('permission')}>
          {(control) => (
            <Select {...control} value={permission} onChange={(event) => setPermission(event.currentTarget.value)}>
              <option value="">{t('choose')}</option>
              {groupsOf(permissions).map((group) => (
                <optgroup key={group.module} label={moduleName(group.module)}>
                  {group.permissions.map(({ name, summary }) => (
                    <option key={name} value={name}>
                      {summary}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {permission ? <Explanation userId={userId} permission={permission} roles={roles} /> : null}
    </SettingsCard>
  );
}

function Explanation({ userId, permission, roles }: { userId: string; permission: string; roles: readonly RoleSummary[] }) {
  const t = useTranslations('roles');
  const roleName = useRoleWords();
  const limitsOf = useLimits();
  const explanation = useRead(explainPermission, { userId, permission }, { keepPrevious: true });
  const named = (code: string): string => roleName(roles.find((role) => role.code === code) ?? { code, name: code });
  return (
    <div aria-live="polite" className="mt-3 border-t pt-3">
      <PartState query={explanation} rows={1}>
        {({ allowed, scope, maxAmount, hides, because, without, roles: held }) => (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={allowed ? 'success' : 'danger'}>{t(allowed ? 'allowed' : 'refused')}</Badge>
              {scope === null ? null : limitsOf({ scope, maxAmount, hides }).join(' · ')}
              <span className="text-ink-muted">{t('has', { roles: held.map(named).join(', ') || '–' })}</span>
            </p>
            {allowed ? (
              <ul className="mt-2 list-disc ps-5">
                {because.map(({ role, grant }) => (
                  <li key={`${role} ${grant.permission} ${grant.scope}`}>
                    {t('because', { role: named(role) })} <code>{grant.permission}</code>
                    {inBrackets(limitsOf({ ...grant, maxAmount: grant.maxAmount ?? null, hides: grant.hides ?? [] }))}
                  </li>
                ))}
              </ul>
            ) : (
              <p className="mt-2 text-ink-muted">{t('noGrant')}</p>
            )}
            {without.length > 0 ? (
              <p className="mt-2 text-ink-muted">
                {t('tooNarrow', { grants: without.map(({ role, grant }) => `${named(role)}: ${grant.permission}`).join(', ') })}
              </p>
            ) : null}
          </>
        )}
      </PartState>
    </div>
  );
}

const inBrackets = (limits: readonly string[]): string => (limits.length === 0 ? '' : ` (${limits.join(', ')})`);

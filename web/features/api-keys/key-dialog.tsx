'use client';
import { createApiKey, listPermissions } from '@atlas/identity/contract';
import { Button, Dialog, Field, Input, Select } from '@atlas/ui';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand, useRead } from '@/lib/api.ts';
import { managesMembers } from '../members/roles.ts';
import { GrantEditor } from '../roles/grant-editor.tsx';
import { type Chosen, permissionsOf } from '../roles/matrix.ts';
import { useSession } from '../session/session.tsx';
import { PartState } from '../settings/part-state.tsx';
import { Refusal } from '../settings/refusal.tsx';
import { IssuedKey } from './issued-key.tsx';
import { endOf, lifetimes, type ServiceAccount } from './key-state.ts';

type Props = { account: ServiceAccount; onClose: () => void };

/** Asks what a new key may do and for how long, and shows it once. */
export function KeyDialog({ account, onClose }: Props) {
  const t = useTranslations('apiKeys');
  const [issued, setIssued] = useState<{ key: string | null } | null>(null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(issued ? 'keyIssued' : 'newKeyFor', { name: account.name })}
      closeLabel={t('cancel')}
      held={issued !== null}
      className="w-[min(40rem,calc(100vw-2rem))]"
    >
      {issued ? (
        <IssuedKey text={issued.key} onClose={onClose} />
      ) : (
        <KeyForm account={account} onClose={onClose} onIssued={setIssued} />
      )}
    </Dialog>
  );
}

type FormProps = Props & { onIssued: (issued: { key: string | null }) => void };

function KeyForm({ account, onClose, onIssued }: FormProps) {
  const t = useTranslations('apiKeys');
  const { permissions: own, restrictions = {}, role } = useSession();
  const permissions = useRead(listPermissions, {});
  const creation = useCommand(createApiKey, ['identity.']);
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [chosen, setChosen] = useState<Chosen>({});
  const issuing = useAction();
  const all = permissions.data?.items ?? [];
  // Owners and administrators hold every pattern. Others may have all of a module without its pattern, which would be refused.
  const wanted = permissionsOf(chosen, all, managesMembers(role));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = endOf(days === '' ? null : Number(days), new Date());
    const input = { serviceAccountId: account.id, name, permissions: wanted, expiresAt };
    await issuing.run(async () => onIssued(await creation.mutateAsync(input)));
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('name')} required>
          {(control) => (
            <Input {...control} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <Field label={t('worksFor')}>
          {(control) => (
            <Select {...control} value={days} onChange={(event) => setDays(event.currentTarget.value)}>
              {lifetimes.map((each) => (
                <option key={each} value={each ?? ''}>
                  {each === null ? t('withoutEnd') : t('days', { count: each })}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <fieldset>
        <legend className="font-medium">{t('mayDo')}</legend>
        <p className="text-ink-muted text-xs">{t('mayDoAbout')}</p>
        <PartState query={permissions} rows={5}>
          {({ items }) => (
            <GrantEditor
              // A key is held to operations alone, and to no more of them than its maker has without a limit.
              permissions={items
                .filter(({ name: each }) => own.includes(each) && !(each in restrictions))
                .map((each) => ({ ...each, limitable: false, scopable: false, maskable: [] }))}
              chosen={chosen}
              onChange={setChosen}
            />
          )}
        </PartState>
      </fieldset>
      <Refusal error={issuing.error} />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="submit" look="primary" busy={issuing.busy} disabled={name.trim() === '' || wanted.length === 0}>
          {t('issue')}
        </Button>
      </div>
    </form>
  );
}

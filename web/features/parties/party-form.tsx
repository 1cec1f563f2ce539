'use client';
import { createParty, getParty, updateParty } from '@atlas/parties/contract';
import { Checkbox, Field, Input, Textarea } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api, useCommand } from '@/lib/api.ts';
import { useForm } from '@/lib/form.ts';
import { notify } from '@/lib/notify.ts';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { OwnerPicker } from '../owners/owner-picker.tsx';
import { FormFrame, FormSection } from '../record/form-frame.tsx';
import { useHidden, withoutFields } from '../session/hidden.ts';
import { useSession } from '../session/session.tsx';
import { AddressFields, emptyAddresses, filledAddresses } from './address-fields.tsx';
import { ContactFields } from './contact-fields.tsx';
import { type PartyRole, pathOfRole } from './party-list.tsx';
import { PartyTermsField } from './party-terms-field.tsx';

export type Party = z.output<typeof getParty.output>;
export type PartyValues = Omit<Party, 'id' | 'version' | 'archivedAt' | 'paymentTermDays'> & {
  paymentTermDays: number | string;
};

const valuesOf = ({ id: _id, version: _version, archivedAt: _archived, ...values }: Party): PartyValues => ({
  ...values,
  addresses: emptyAddresses.map((empty) => values.addresses.find(({ kind }) => kind === empty.kind) ?? empty),
});

/** A new record is its author's, unless they say otherwise. */
const freshValues = (role: PartyRole, ownerId: string): PartyValues => ({
  code: '',
  name: '',
  isCustomer: role === 'customer',
  isSupplier: role === 'supplier',
  email: null,
  phone: null,
  taxNumber: null,
  paymentTermDays: 30,
  paymentTermsId: null,
  note: null,
  ownerId,
  addresses: [...emptyAddresses],
  contacts: [],
});

/** What the contract takes: empty addresses are left out, the number of days is a number. */
const inputOf = (values: PartyValues) => ({
  ...values,
  addresses: filledAddresses(values.addresses),
  paymentTermDays: values.paymentTermDays === '' ? Number.NaN : Number(values.paymentTermDays),
});

const schema = createParty.input;

/** Creates a customer or supplier, or changes one. */
export function PartyForm({ partyRole: role, party }: { partyRole: PartyRole; party?: Party }) {
  const t = useTranslations('parties');
  const owners = useTranslations('owners');
  const go = useGo();
  const create = useCommand(createParty, ['parties.']);
  const update = useCommand(updateParty, ['parties.']);
  const { userId } = useSession();
  const form = useForm(schema, party ? valuesOf(party) : freshValues(role, userId), { inputOf, unique: '/code' });
  const list = pathOfRole(role);
  const hidden = useHidden(party ? updateParty : createParty);
  const shows = (field: string) => !hidden.includes(field);
  // A list is replaced whole: whoever sees its items in part only leaves it as it is.
  const showsContacts = !party || (shows('email') && shows('phone'));

  const save = (version: number | undefined) =>
    form.onSubmit(async (input) => {
      const saved =
        party && version !== undefined
          ? await update.mutateAsync({
              ...withoutFields(input, showsContacts ? hidden : [...hidden, 'contacts']),
              id: party.id,
              version,
            })
          : await create.mutateAsync(input);
      setUnsaved('form', false);
      notify('success', party ? t('saved') : t('created', { name: saved.name }));
      go(`${list}/${saved.id}`);
    })();

  const resolve = async (keep: 'theirs' | 'mine') => {
    if (!party) return;
    const newer = await api.call(getParty, { id: party.id });
    if (keep === 'theirs') form.reset(valuesOf(newer));
    else save(newer.version);
  };

  return (
    <FormFrame
      title={party ? party.name : t(`${role}.new`)}
      trail={[{ label: t(`${role}.plural`), path: list }, ...(party ? [{ label: party.code, path: `${list}/${party.id}` }] : [])]}
      form={form}
      onSubmit={() => save(party?.version)}
      backPath={party ? `${list}/${party.id}` : list}
      onConflict={(keep) => void resolve(keep)}
    >
      <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 p-3 sm:p-4">
        <FormSection title={t('general')}>
          <div className="grid gap-3 sm:grid-cols-4">
            <Field label={t('code')} error={form.error('/code')} hint={t('codeHint')} required>
              {(control) => <Input {...control} {...form.text('code')} autoFocus={!party} />}
            </Field>
            <Field label={t('name')} error={form.error('/name')} required className="sm:col-span-3">
              {(control) => <Input {...control} {...form.text('name')} />}
            </Field>
            {shows('email') ? (
              <Field label={t('email')} error={form.error('/email')} className="sm:col-span-2">
                {(control) => <Input {...control} {...form.text('email')} type="email" />}
              </Field>
            ) : null}
            {shows('phone') ? (
              <Field label={t('phone')} error={form.error('/phone')} className="sm:col-span-2">
                {(control) => <Input {...control} {...form.text('phone')} type="tel" />}
              </Field>
            ) : null}
            {shows('taxNumber') ? (
              <Field label={t('taxNumber')} error={form.error('/taxNumber')} className="sm:col-span-2">
                {(control) => <Input {...control} {...form.text('taxNumber')} />}
              </Field>
            ) : null}
            <Field label={t('paymentTermDays')} error={form.error('/paymentTermDays')} className="sm:col-span-2">
              {(control) => <Input {...control} {...form.text('paymentTermDays')} inputMode="numeric" className="text-end" />}
            </Field>
            <PartyTermsField form={form} />
            <Field label={owners('owner')} error={form.error('/ownerId')} hint={owners('ownerHint')} className="sm:col-span-2">
              {(control) => (
                <OwnerPicker {...control} ownerId={form.values.ownerId} onPick={(ownerId) => form.set({ ownerId })} />
              )}
            </Field>
          </div>
          <fieldset className="mt-3 flex gap-4">
            <legend className="mb-1 font-medium text-ink-muted text-xs">{t('roles')}</legend>
            {(['isCustomer', 'isSupplier'] as const).map((name) => (
              // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside
              <label key={name} className="flex items-center gap-2">
                <Checkbox checked={form.values[name]} onChange={(event) => form.set({ [name]: event.currentTarget.checked })} />
                {t(name)}
              </label>
            ))}
          </fieldset>
        </FormSection>
        <AddressFields addresses={form.values.addresses} onChange={(addresses) => form.set({ addresses })} error={form.error} />
        {showsContacts ? (
          <ContactFields contacts={form.values.contacts} onChange={(contacts) => form.set({ contacts })} error={form.error} />
        ) : null}
        {shows('note') ? (
          <FormSection title={t('note')}>
            <Textarea {...form.text('note')} aria-label={t('note')} />
          </FormSection>
        ) : null}
      </div>
    </FormFrame>
  );
}

'use client';
import type { contact } from '@atlas/parties/contract';
import { Button, Field, Input } from '@atlas/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { FormSection } from '../record/form-frame.tsx';

export type Contact = z.output<typeof contact>;

export type ContactFieldsProps = {
  contacts: readonly Contact[];
  onChange: (contacts: Contact[]) => void;
  error: (pointer: string) => string | undefined;
};

const fields = [
  ['name', 'contactName'],
  ['title', 'contactTitle'],
  ['email', 'email'],
  ['phone', 'phone'],
] as const;

/** The people one talks to. */
export function ContactFields({ contacts, onChange, error }: ContactFieldsProps) {
  const t = useTranslations('parties');
  const set = (index: number, change: Partial<Contact>) =>
    onChange(contacts.map((each, position) => (position === index ? { ...each, ...change } : each)));
  return (
    <FormSection
      title={t('contacts')}
      action={
        <Button size="small" onClick={() => onChange([...contacts, { name: '', title: null, email: null, phone: null }])}>
          <Plus aria-hidden /> {t('addContact')}
        </Button>
      }
    >
      {contacts.length === 0 ? <p className="text-ink-muted">{t('noContacts')}</p> : null}
      <div className="flex flex-col gap-3">
        {contacts.map((each, index) => (
          <div key={index} className="grid items-start gap-2 sm:grid-cols-[1fr_1fr_1fr_1fr_2rem]">
            {fields.map(([field, label]) => (
              <Field key={field} label={t(label)} error={error(`/contacts/${index}/${field}`)}>
                {(control) => (
                  <Input
                    {...control}
                    value={each[field] ?? ''}
                    onChange={(event) => {
                      const { value } = event.currentTarget;
                      set(index, { [field]: field === 'name' ? value : value || null });
                    }}
                  />
                )}
              </Field>
            ))}
            <Button
              look="quiet"
              size="icon"
              className="sm:mt-5"
              aria-label={t('removeContact')}
              onClick={() => onChange(contacts.filter((_, position) => position !== index))}
            >
              <Trash2 aria-hidden />
            </Button>
          </div>
        ))}
      </div>
    </FormSection>
  );
}

'use client';
import type { address } from '@atlas/parties/contract';
import { Field, Input } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { FormSection } from '../record/form-frame.tsx';

export type Address = z.output<typeof address>;

const blank = { street: null, city: null, region: null, postalCode: null, country: null };

/** Both addresses that a party may have, blank. */
export const emptyAddresses: readonly Address[] = [
  { kind: 'billing', ...blank },
  { kind: 'shipping', ...blank },
];

const fields = ['street', 'postalCode', 'city', 'region', 'country'] as const;

/** Those with something in them. */
export const filledAddresses = (addresses: readonly Address[]): Address[] =>
  addresses.filter((each) => fields.some((field) => each[field]));

export type AddressFieldsProps = {
  addresses: readonly Address[];
  onChange: (addresses: Address[]) => void;
  error: (pointer: string) => string | undefined;
};

/** Where bills and goods go. */
export function AddressFields({ addresses, onChange, error }: AddressFieldsProps) {
  const t = useTranslations('parties');
  const sent = filledAddresses(addresses);
  return (
    <FormSection title={t('addresses')}>
      <div className="grid gap-6 sm:grid-cols-2">
        {addresses.map((each) => (
          <fieldset key={each.kind} className="grid min-w-0 grid-cols-2 gap-3">
            <legend className="mb-2 text-ink-muted">{t(`address.${each.kind}`)}</legend>
            {fields.map((field) => (
              <Field
                key={field}
                label={t(field)}
                error={error(`/addresses/${sent.indexOf(each)}/${field}`)}
                className={field === 'street' ? 'col-span-2' : ''}
              >
                {(control) => (
                  <Input
                    {...control}
                    value={each[field] ?? ''}
                    onChange={(event) => {
                      const value = event.currentTarget.value || null;
                      onChange(addresses.map((other) => (other === each ? { ...each, [field]: value } : other)));
                    }}
                  />
                )}
              </Field>
            ))}
          </fieldset>
        ))}
      </div>
    </FormSection>
  );
}

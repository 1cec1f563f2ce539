'use client';
import type { Output } from '@atlas/contract';
import type { calculateTaxes } from '@atlas/tax/contract';
import { Button, Input, Select } from '@atlas/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { useTaxChoices } from '../documents/use-tax-choices.ts';
import { AmountInput } from '../fields/amount-input.tsx';
import { blankCharge, chargeBases, type DraftCharge } from './charges.ts';

export type ChargesSectionProps = {
  charges: readonly DraftCharge[];
  /** What they come to, once that is worked out */
  worked: Output<typeof calculateTaxes>['charges'];
  onChange: (charges: readonly DraftCharge[]) => void;
  error: (pointer: string) => string | undefined;
};

/** Charges of the whole document and discounts on it, each on what stands before it. */
export function ChargesSection({ charges, worked, onChange, error }: ChargesSectionProps) {
  const t = useTranslations('invoices');
  /** The row that was just added takes the focus: its fields stand before the button. */
  const [added, setAdded] = useState<string | null>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const add = () => {
    const charge = blankCharge();
    setAdded(charge.key);
    onChange([...charges, charge]);
  };
  const remove = (removed: string) => {
    onChange(charges.filter(({ key }) => key !== removed));
    adding.current?.focus();
  };
  const set = (key: string, values: Partial<DraftCharge>) =>
    onChange(charges.map((charge) => (charge.key === key ? { ...charge, ...values } : charge)));
  return (
    <section className="flex flex-col gap-2" aria-label={t('charges')}>
      {charges.map((charge, index) => (
        <ChargeRow
          key={charge.key}
          charge={charge}
          row={index + 1}
          focused={charge.key === added}
          net={worked.length === charges.length ? worked[index]?.net : undefined}
          onChange={(values) => set(charge.key, values)}
          onRemove={() => remove(charge.key)}
          error={(name) => error(`/charges/${index}/${name}`)}
        />
      ))}
      <div>
        <Button ref={adding} look="quiet" onClick={add}>
          <Plus aria-hidden /> {t('addCharge')}
        </Button>
      </div>
    </section>
  );
}

type ChargeRowProps = {
  charge: DraftCharge;
  row: number;
  focused: boolean;
  net: ChargesSectionProps['worked'][number]['net'] | undefined;
  onChange: (values: Partial<DraftCharge>) => void;
  onRemove: () => void;
  error: (name: string) => string | undefined;
};

function ChargeRow({ charge, row, focused, net, onChange, onRemove, error }: ChargeRowProps) {
  const t = useTranslations('invoices');
  const { amount } = useFormats();
  const { choices, chosen } = useTaxChoices()(charge.taxIds ?? []);
  const field = (name: 'kind' | 'description' | 'amount' | 'of' | 'taxIds') => {
    const message =
      error(name) ?? (name === 'amount' ? error('share') : undefined) ?? (name === 'of' ? error('through') : undefined);
    const label = t(`chargeCell.${name}`, { row });
    return { 'aria-label': label, 'aria-invalid': message ? (true as const) : undefined, title: message };
  };
  return (
    <div className="grid grid-cols-2 items-center gap-2 rounded-lg border bg-surface p-2 lg:grid-cols-[9rem_1fr_8rem_13rem_11rem_8rem_auto]">
      <Select
        {...field('kind')}
        autoFocus={focused}
        value={charge.kind}
        onChange={({ currentTarget: { value } }) => onChange({ kind: value === 'charge' ? 'charge' : 'discount' })}
      >
        <option value="discount">{t('chargeKinds.discount')}</option>
        <option value="charge">{t('chargeKinds.charge')}</option>
      </Select>
      <Input
        {...field('description')}
        placeholder={t('description')}
        value={charge.description}
        onChange={({ currentTarget: { value } }) => onChange({ description: value })}
      />
      <AmountInput {...field('amount')} value={charge.value} onChange={(value) => onChange({ value })} />
      <Select
        {...field('of')}
        value={charge.basis}
        onChange={({ currentTarget: { value } }) =>
          onChange({ basis: chargeBases.find((each) => each === value) ?? charge.basis })
        }
      >
        {chargeBases.map((basis) => (
          <option key={basis} value={basis}>
            {t(`chargeBases.${basis === 'document' && charge.kept.isShare ? 'documentShare' : basis}`)}
          </option>
        ))}
      </Select>
      <Select
        {...field('taxIds')}
        disabled={charge.basis === 'document'}
        value={charge.taxIds === null || charge.basis === 'document' ? 'lines' : chosen}
        onChange={({ currentTarget: { value } }) =>
          onChange({ taxIds: value === 'lines' ? null : (choices.find((choice) => choice.value === value)?.taxIds ?? []) })
        }
      >
        <option value="lines">{t('asLines')}</option>
        <option value="">–</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <span className="px-2 text-end">{net ? amount(net) : ''}</span>
      <Button look="quiet" size="icon" aria-label={t('removeCharge', { row })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}

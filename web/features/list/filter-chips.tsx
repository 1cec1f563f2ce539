'use client';
import { Button, Menu, MenuItem, Popover } from '@atlas/ui';
import { Check, ListFilter, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { DateInput } from '../fields/date-input.tsx';
import type { Filter } from './list-types.ts';
import { TextFilterInput } from './text-filter-input.tsx';

type Chosen = Readonly<Record<string, string>>;
export type FilterChipsProps = { filters: readonly Filter[]; chosen: Chosen; onChange: (chosen: Chosen) => void };

/** The filters that hold, each a chip to change or remove, and a button for more. */
export function FilterChips({ filters, chosen, onChange }: FilterChipsProps) {
  const t = useTranslations('list');
  const [opened, setOpened] = useState<string | null>(null);
  const active = filters.filter(({ name }) => chosen[name] !== undefined || name === opened);
  const rest = filters.filter((filter) => !active.includes(filter));
  const set = (name: string, value: string | null) => {
    const { [name]: _before, ...others } = chosen;
    onChange(value === null || value === '' ? others : { ...others, [name]: value });
  };
  return (
    <>
      {active.map((filter) => (
        <FilterChip
          key={filter.name}
          filter={filter}
          value={chosen[filter.name] ?? ''}
          open={opened === filter.name}
          onOpenChange={(open) => setOpened(open ? filter.name : null)}
          onChange={(value) => {
            setOpened(null);
            set(filter.name, value);
          }}
        />
      ))}
      {rest.length > 0 ? (
        <Menu
          trigger={
            <Button look="quiet" size="small">
              <ListFilter aria-hidden /> {t('filter')}
            </Button>
          }
        >
          {rest.map(({ name, label }) => (
            <MenuItem key={name} onSelect={() => setTimeout(() => setOpened(name))}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </>
  );
}

type FilterChipProps = {
  filter: Filter;
  value: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChange: (value: string | null) => void;
};

function FilterChip({ filter, value, open, onOpenChange, onChange }: FilterChipProps) {
  const t = useTranslations('list');
  return (
    <span className="flex h-7 items-center rounded-md border bg-surface">
      <Popover
        label={filter.label}
        open={open}
        onOpenChange={onOpenChange}
        trigger={
          <button type="button" className="h-full max-w-60 truncate rounded-s-md px-2 hover:bg-hover">
            <span className="text-ink-muted">{filter.label}</span> <ChosenText filter={filter} value={value} />
          </button>
        }
      >
        <FilterEditor filter={filter} value={value} onChange={onChange} />
      </Popover>
      <button
        type="button"
        aria-label={t('removeFilter', { name: filter.label })}
        onClick={() => onChange(null)}
        className="h-full rounded-e-md px-1.5 text-ink-muted hover:bg-hover"
      >
        <X className="size-3.5" aria-hidden />
      </button>
    </span>
  );
}

function ChosenText({ filter, value }: { filter: Filter; value: string }): ReactNode {
  const { date } = useFormats();
  if (value === '') return '…';
  if (filter.kind === 'choice') return filter.options.find((option) => option.value === value)?.label ?? value;
  if (filter.kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? date(value) : value;
  return filter.kind === 'record' ? filter.chosen(value) : value;
}

function FilterEditor({ filter, value, onChange }: { filter: Filter; value: string; onChange: (value: string | null) => void }) {
  if (filter.kind === 'record') return <div className="w-64">{filter.picker(value, onChange)}</div>;
  if (filter.kind === 'text') return <TextFilterInput label={filter.label} value={value} onChange={onChange} />;
  if (filter.kind === 'date')
    return <DateInput aria-label={filter.label} value={value} onChange={onChange} autoFocus className="w-44" />;
  return (
    <div className="-m-1.5 flex min-w-40 flex-col" role="listbox" aria-label={filter.label}>
      {filter.options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="option"
          aria-selected={option.value === value}
          onClick={() => onChange(option.value)}
          className="flex h-8 items-center gap-2 rounded px-2 text-start hover:bg-hover"
        >
          <Check className={option.value === value ? 'size-4' : 'invisible size-4'} aria-hidden />
          {option.label}
        </button>
      ))}
    </div>
  );
}

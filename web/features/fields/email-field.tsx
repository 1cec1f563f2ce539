'use client';
import { Field, Input } from '@atlas/ui';

type Props = { label: string; value: string; onChange: (value: string) => void };

/** The address that someone signs in with. */
export function EmailField({ label, value, onChange }: Props) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          type="email"
          autoComplete="username"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
